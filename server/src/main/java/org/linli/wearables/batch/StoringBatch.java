package org.linli.wearables.batch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.wearables.alarm.Alarms;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** One transaction for what many devices said: their states, where they were, what they measured, the alarms they raise. */
@Service
class StoringBatch {

    private final KnownDevices devices;
    private final PartitionRows partitions;
    private final StateRows states;
    private final HistoryRows history;
    private final StoringVitals vitals;
    private final FollowingZones zones;
    private final Alarms alarms;
    private final TransactionTemplate transaction;

    StoringBatch(
            KnownDevices devices,
            PartitionRows partitions,
            StateRows states,
            HistoryRows history,
            StoringVitals vitals,
            FollowingZones zones,
            Alarms alarms,
            TransactionTemplate transaction) {
        this.devices = devices;
        this.partitions = partitions;
        this.states = states;
        this.history = history;
        this.vitals = vitals;
        this.zones = zones;
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
        var sifted = new Sifted();
        for (var message : batch) {
            var device = known.get(message.device());
            if (device != null) {
                sifted.add(device, message);
            }
        }
        var before = states.seen(sifted.said());
        history.addFixes(fresh(sifted.tracked(), before, now));
        sifted.called().addAll(vitals.store(sifted.measured(), now));
        sifted.called().addAll(zones.follow(sifted.moves(), before));
        var followed = alarms.follow(sifted.fixed());
        alarms.raise(sifted.called());
        return new Stored(known.keySet(), followed || !sifted.called().isEmpty());
    }

    /** What was not stored before, in the order of the index. A device that heard no answer says the same once more. */
    private List<Tracked> fresh(List<Tracked> fixes, Map<Integer, Instant> before, Instant now) {
        var late = fixes.stream()
                .filter(one -> one.doubtful()
                        || isNotAfter(one.fix().at(), before.get(one.device().id())))
                .toList();
        var stored = history.storedFixes(late, now);
        var fresh = new ArrayList<Tracked>(fixes.size());
        Tracked last = null;
        for (var one : fixes) {
            var again = last != null && Tracked.AS_INDEXED.compare(last, one) == 0
                    || !stored.isEmpty()
                            && stored.contains(new HistoryRows.Moment(
                                    one.device().id(), 0, one.fix().at()));
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
}
