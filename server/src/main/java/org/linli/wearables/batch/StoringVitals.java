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
import org.linli.wearables.AlarmKind;
import org.linli.wearables.AlarmLevel;
import org.linli.wearables.alarm.Raise;
import org.linli.wearables.batch.VitalStateRows.Key;
import org.linli.wearables.batch.VitalStateRows.Latest;
import org.linli.wearables.limit.VitalLevel;
import org.linli.wearables.limit.VitalRules;
import org.linli.wearables.limit.VitalStanding;
import org.springframework.stereotype.Component;

/** What devices measured, in the transaction of their batch. */
@Component
class StoringVitals {

    /** The same numbers within this are the same measurement, sent again because no answer was heard. */
    private static final Duration SAME = Duration.ofMinutes(1);

    private static final Comparator<Measured> AS_INDEXED = Comparator.comparingInt(
                    (Measured one) -> one.device().id())
            .thenComparing(one -> one.vital().kind())
            .thenComparing(one -> one.vital().at());

    private final VitalStateRows states;
    private final HistoryRows history;

    StoringVitals(VitalStateRows states, HistoryRows history) {
        this.states = states;
        this.history = history;
    }

    List<Raise> store(List<Measured> measured, Instant now) {
        if (measured.isEmpty()) {
            return List.of();
        }
        measured.sort(AS_INDEXED);
        var latest = states.of(measured.stream().map(one -> one.device().id()).collect(Collectors.toSet()));
        var late = measured.stream()
                .filter(one -> isLate(one, latest.get(key(one))))
                .toList();
        var stored = history.storedVitals(late, now);
        var fresh = new ArrayList<Measured>();
        var changed = new HashMap<Key, Latest>();
        var raised = new ArrayList<Raise>();
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
                var judged = judge(one, before);
                var standing = new Latest(one.vital(), judged.standing());
                latest.put(key(one), standing);
                changed.put(key(one), standing);
                judged.raised().ifPresent(level -> raised.add(raise(one, level)));
            }
        }
        history.addVitals(fresh);
        states.set(changed);
        return raised;
    }

    private static VitalRules.Judged judge(Measured measured, Optional<Latest> before) {
        var vital = measured.vital();
        return VitalRules.judge(
                measured.device().limits().of(vital.kind()),
                before.map(Latest::standing).orElse(VitalStanding.UNKNOWN),
                vital.at(),
                vital.value(),
                vital.second());
    }

    private static Raise raise(Measured measured, VitalLevel level) {
        return new Raise(
                measured.device().id(),
                AlarmKind.of(measured.vital().kind()),
                level == VitalLevel.RED ? AlarmLevel.RED : AlarmLevel.YELLOW,
                Optional.of(measured.vital().inWords()),
                measured.device().division(),
                measured.received());
    }

    private static Key key(Measured one) {
        return new Key(one.device().id(), one.vital().kind());
    }

    private static HistoryRows.Moment moment(Measured one) {
        return new HistoryRows.Moment(
                one.device().id(), one.vital().kind().number(), one.vital().at());
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
