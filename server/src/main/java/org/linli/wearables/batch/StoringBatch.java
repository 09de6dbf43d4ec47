package org.linli.wearables.batch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.wearables.AlarmKind;
import org.linli.wearables.ConsentKind;
import org.linli.wearables.alarm.Alarms;
import org.linli.wearables.alarm.Raise;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** One transaction for what many devices said: their states, where they were, what they measured, the alarms they raise. */
@Service
class StoringBatch {

    /** What a clock that is off by more than this says is no news; a call for help is one at any time. */
    private static final Duration STALE = Duration.ofHours(24);

    private static final Duration AHEAD = Duration.ofMinutes(10);

    private static final Comparator<Tracked> AS_INDEXED = Comparator.comparingInt(Tracked::device)
            .thenComparing(one -> one.fix().at());

    private final KnownDevices devices;
    private final Partitions partitions;
    private final StateRows states;
    private final HistoryRows history;
    private final StoringVitals vitals;
    private final Alarms alarms;
    private final TransactionTemplate transaction;

    StoringBatch(
            KnownDevices devices,
            Partitions partitions,
            StateRows states,
            HistoryRows history,
            StoringVitals vitals,
            Alarms alarms,
            TransactionTemplate transaction) {
        this.devices = devices;
        this.partitions = partitions;
        this.states = states;
        this.history = history;
        this.vitals = vitals;
        this.alarms = alarms;
        this.transaction = transaction;
    }

    /**
     * What a batch came to.
     *
     * @param known numbers of devices that are registered; the others left no row
     * @param raised whether an alarm was raised or repeated, or knows a newer position
     */
    record Stored(Set<String> known, boolean raised) {}

    Stored store(List<Message> batch) {
        partitions.make(batch.getFirst().received());
        partitions.make(batch.getLast().received());
        return transaction.execute(status -> storeAll(batch));
    }

    private Stored storeAll(List<Message> batch) {
        var known = devices.find(batch.stream().map(Message::device).collect(Collectors.toSet()));
        var now = batch.getLast().received();
        var said = new TreeMap<Integer, StateRows.Said>();
        var fixes = new ArrayList<Tracked>();
        var measured = new ArrayList<Measured>();
        for (var message : batch) {
            var device = known.get(message.device());
            if (device != null) {
                said.merge(device.id(), said(device, message), StateRows.Said::then);
                sift(device, message, fixes, measured);
            }
        }
        var before = states.seen(said);
        history.addFixes(fresh(fixes, before, now));
        vitals.store(measured, now);
        var raised = alarms.follow(said.entrySet().stream()
                .filter(one -> one.getValue().fix() != null)
                .map(Map.Entry::getKey)
                .toList());
        for (var message : batch) {
            var device = known.get(message.device());
            if (device != null && !message.kinds().isEmpty()) {
                raised |= raise(device, message);
            }
        }
        return new Stored(known.keySet(), raised);
    }

    /** Without consent nothing is kept of where a device was. */
    private static StateRows.Said said(Known device, Message message) {
        var fix = device.may(ConsentKind.POSITION)
                ? message.fix()
                        .filter(one -> !isOff(one.at(), message.received()))
                        .orElse(null)
                : null;
        return new StateRows.Said(message.received(), message.battery(), fix);
    }

    private static void sift(Known device, Message message, List<Tracked> fixes, List<Measured> measured) {
        if (message.fix().isPresent() && device.may(ConsentKind.TRACK)) {
            var fix = message.fix().get();
            fixes.add(new Tracked(device.id(), fix, message.received(), isOff(fix.at(), message.received())));
        }
        if (device.may(ConsentKind.VITALS)) {
            for (var vital : message.vitals()) {
                measured.add(
                        new Measured(device.id(), vital, message.received(), isOff(vital.at(), message.received())));
            }
        }
    }

    /** What was not stored before, in the order of the index. A device that heard no answer says the same once more. */
    private List<Tracked> fresh(List<Tracked> fixes, Map<Integer, Instant> before, Instant now) {
        fixes.sort(AS_INDEXED);
        var late = fixes.stream()
                .filter(one -> one.doubtful() || isNotAfter(one.fix().at(), before.get(one.device())))
                .toList();
        var stored = history.storedFixes(late, now);
        var fresh = new ArrayList<Tracked>(fixes.size());
        Tracked last = null;
        for (var one : fixes) {
            var again = last != null && AS_INDEXED.compare(last, one) == 0
                    || !stored.isEmpty()
                            && stored.contains(new HistoryRows.Moment(
                                    one.device(), 0, one.fix().at()));
            if (!again) {
                fresh.add(one);
            }
            last = one;
        }
        return fresh;
    }

    private static boolean isNotAfter(Instant at, @Nullable Instant last) {
        return last != null && !at.isAfter(last);
    }

    private boolean raise(Known device, Message message) {
        var kinds = message.kinds().stream()
                .filter(kind -> mayRaise(device, kind, message))
                .sorted()
                .toList();
        kinds.forEach(kind -> alarms.raise(Raise.of(device.id(), kind, device.division(), message.received())));
        return !kinds.isEmpty();
    }

    private static boolean mayRaise(Known device, AlarmKind kind, Message message) {
        return kind == AlarmKind.SOS
                || kind.needs().filter(consent -> !device.may(consent)).isEmpty()
                        && !isOff(message.at(), message.received());
    }

    static boolean isOff(Instant at, Instant received) {
        return at.isBefore(received.minus(STALE)) || at.isAfter(received.plus(AHEAD));
    }
}
