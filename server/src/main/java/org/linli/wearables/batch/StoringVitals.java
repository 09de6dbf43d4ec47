package org.linli.wearables.batch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.wearables.batch.VitalStateRows.Key;
import org.linli.wearables.batch.VitalStateRows.Latest;
import org.springframework.stereotype.Component;

/** What devices measured, in the transaction of their batch. */
@Component
class StoringVitals {

    /** The same numbers within this are the same measurement, sent again because no answer was heard. */
    private static final Duration SAME = Duration.ofMinutes(1);

    private static final Comparator<Measured> AS_INDEXED = Comparator.comparingInt(Measured::device)
            .thenComparing(one -> one.vital().kind())
            .thenComparing(one -> one.vital().at());

    private final VitalStateRows states;
    private final HistoryRows history;

    StoringVitals(VitalStateRows states, HistoryRows history) {
        this.states = states;
        this.history = history;
    }

    void store(List<Measured> measured, Instant now) {
        if (measured.isEmpty()) {
            return;
        }
        measured.sort(AS_INDEXED);
        var latest = states.of(measured.stream().map(Measured::device).collect(Collectors.toSet()));
        var late = measured.stream()
                .filter(one -> isLate(one, latest.get(key(one))))
                .toList();
        var stored = history.storedVitals(late, now);
        var fresh = new ArrayList<Measured>();
        var changed = new HashMap<Key, Latest>();
        for (var one : measured) {
            var before = Optional.ofNullable(latest.get(key(one)));
            if (stored.contains(moment(one))
                    || before.filter(last -> isSame(one, last)).isPresent()) {
                continue;
            }
            fresh.add(one);
            if (!one.doubtful()
                    && before.filter(last ->
                                    !one.vital().at().isAfter(last.vital().at()))
                            .isEmpty()) {
                var standing = new Latest(one.vital(), "NORMAL", Optional.empty());
                latest.put(key(one), standing);
                changed.put(key(one), standing);
            }
        }
        history.addVitals(fresh);
        states.set(changed);
    }

    private static Key key(Measured one) {
        return new Key(one.device(), one.vital().kind());
    }

    private static HistoryRows.Moment moment(Measured one) {
        return new HistoryRows.Moment(
                one.device(),
                HistoryRows.number(one.vital().kind()),
                one.vital().at());
    }

    private static boolean isLate(Measured one, @Nullable Latest last) {
        return one.doubtful()
                || last != null && !one.vital().at().isAfter(last.vital().at());
    }

    private static boolean isSame(Measured one, Latest last) {
        var apart = Duration.between(last.vital().at(), one.vital().at()).abs();
        return one.vital().value() == last.vital().value()
                && one.vital().second().equals(last.vital().second())
                && apart.compareTo(SAME) < 0;
    }
}
