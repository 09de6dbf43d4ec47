package org.linli.wearables.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.linli.access.Acting;
import org.springframework.stereotype.Service;

/** Shows where a device was (轨迹), a day at most at a time. */
@Service
class Tracks {

    static final int MOST_READ = 20_000;

    private static final Duration LONGEST = Duration.ofDays(1);

    /** Older ones are dropped, see the retention rule. */
    private static final int DAYS = 31;

    private final TrackQueries queries;
    private final Looks looks;
    private final Clock clock;

    Tracks(TrackQueries queries, Looks looks, Clock clock) {
        this.queries = queries;
        this.looks = looks;
        this.clock = clock;
    }

    /**
     * A part of a track.
     *
     * @param stretches each without a gap; none crosses from one part to the next
     * @param next from when the next part goes on
     */
    record Part(List<List<Spot>> stretches, Optional<Instant> next) {}

    Part part(Acting by, int device, Span span, int zoom) {
        looks.note(by, Kept.TRACK, device, span);
        var read = queries.spots(device, span, MOST_READ + 1);
        var shown = read.subList(0, Math.min(MOST_READ, read.size()));
        return new Part(
                Stretches.of(shown).stream()
                        .map(stretch -> Simplifying.at(zoom, stretch))
                        .toList(),
                read.size() > MOST_READ ? Optional.of(read.getLast().at()) : Optional.empty());
    }

    static Span span(Instant from, Instant to) {
        return Span.of(from, to, LONGEST);
    }

    List<TrackDays.Day> days(Acting by, int device) {
        var span = Span.until(Span.dayOf(clock.instant()), DAYS);
        looks.note(by, Kept.TRACK, device, span);
        var days = new TrackDays();
        queries.eachSpot(device, span, days::take);
        return days.days();
    }
}
