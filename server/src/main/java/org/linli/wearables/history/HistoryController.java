package org.linli.wearables.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.wearables.VitalKind;
import org.linli.wearables.history.VitalQueries.Of;
import org.linli.wearables.history.VitalQueries.Values;
import org.linli.wearables.limit.VitalLevel;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tracks and vitals of a device. */
@RestController
@RequestMapping("/api/wearables/devices/{id}")
class HistoryController {

    private static final int LEAST_ZOOM = 0;
    private static final int MOST_ZOOM = 20;
    private static final double TENTHS = 10;

    private final Tracks tracks;
    private final Vitals vitals;

    HistoryController(Tracks tracks, Vitals vitals) {
        this.tracks = tracks;
        this.vitals = vitals;
    }

    /**
     * A moment of a track, WGS-84.
     *
     * @param at by the device's clock
     * @param speed in kilometres an hour
     */
    record SpotView(
            Instant at, double lon, double lat, @Nullable Integer speed) {}

    /**
     * A part of a track.
     *
     * @param stretches each without a gap of more than ten minutes
     * @param next from when to ask for the next part; absent when this is the last
     */
    record TrackView(
            List<List<SpotView>> stretches, @Nullable Instant next) {}

    /**
     * A day there is a track of.
     *
     * @param metres how far it went, roughly
     */
    record TrackDayView(LocalDate day, int count, Instant first, Instant last, long metres) {}

    /** Means, least and most; all three are the same where each value stands by itself. */
    record ValueView(double mean, double least, double most) {}

    /**
     * What was measured, in beats a minute, mmHg, per cent or degrees Celsius.
     *
     * @param second the diastolic pressure
     */
    record MeasuredView(
            Instant at, ValueView value, @Nullable ValueView second) {}

    /**
     * What was measured of one kind.
     *
     * @param seconds how long the whiles are that values were put together by; 0 when each stands by itself
     */
    record VitalsView(VitalKind kind, long seconds, List<MeasuredView> values) {}

    record LatestVitalView(VitalKind kind, MeasuredView measured, VitalLevel level) {}

    /** At most a day; simplified to what can be seen at this zoom of a web map. */
    @GetMapping("/track")
    TrackView readWearableTrack(
            Acting by,
            @PathVariable int id,
            @RequestParam Instant from,
            @RequestParam Instant to,
            @RequestParam(defaultValue = "16") int zoom) {
        var part = tracks.part(by, id, Tracks.span(from, to), Math.clamp(zoom, LEAST_ZOOM, MOST_ZOOM));
        return new TrackView(
                part.stretches().stream()
                        .map(stretch ->
                                stretch.stream().map(HistoryController::view).toList())
                        .toList(),
                part.next().orElse(null));
    }

    /** Days there is something of, the oldest first. */
    @GetMapping("/track/days")
    List<TrackDayView> listWearableTrackDays(Acting by, @PathVariable int id) {
        return tracks.days(by, id).stream()
                .map(day -> new TrackDayView(day.day(), day.count(), day.first(), day.last(), day.metres()))
                .toList();
    }

    /** At most 31 days; of more than 2,000 values the mean, least and most of each while. */
    @GetMapping("/vitals")
    VitalsView readWearableVitals(
            Acting by,
            @PathVariable int id,
            @RequestParam VitalKind kind,
            @RequestParam Instant from,
            @RequestParam Instant to) {
        var course = vitals.course(by, id, kind, Vitals.span(from, to));
        return new VitalsView(
                kind,
                course.whileLong().toSeconds(),
                course.values().stream().map(values -> view(kind, values)).toList());
    }

    @GetMapping("/vitals/latest")
    List<LatestVitalView> listLatestWearableVitals(Acting by, @PathVariable int id) {
        return vitals.latest(by, id).stream()
                .map(latest -> new LatestVitalView(latest.kind(), view(latest.kind(), latest.values()), latest.level()))
                .toList();
    }

    private static SpotView view(Spot spot) {
        return new SpotView(
                spot.at(),
                spot.longitude(),
                spot.latitude(),
                spot.speed().isPresent() ? spot.speed().getAsInt() : null);
    }

    private static MeasuredView view(VitalKind kind, Values values) {
        return new MeasuredView(
                values.at(),
                view(kind, values.value()),
                values.second().map(second -> view(kind, second)).orElse(null));
    }

    /** Temperatures are kept in tenths of a degree. */
    private static ValueView view(VitalKind kind, Of of) {
        var unit = kind == VitalKind.TEMPERATURE ? TENTHS : 1;
        return new ValueView(rounded(of.mean() / unit), of.least() / unit, of.most() / unit);
    }

    private static double rounded(double value) {
        return Math.round(value * TENTHS) / TENTHS;
    }
}
