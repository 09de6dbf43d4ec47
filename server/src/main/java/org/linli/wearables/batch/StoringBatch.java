package org.linli.wearables.batch;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.wearables.AlarmKind;
import org.linli.wearables.alarm.Alarms;
import org.linli.wearables.batch.StateRows.Known;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One transaction for what many devices said: their states, and the alarms they raise. */
@Service
class StoringBatch {

    /** What a clock that is off by more than this says is no news; a call for help is one at any time. */
    private static final Duration STALE = Duration.ofHours(24);

    private static final Duration AHEAD = Duration.ofMinutes(10);

    private final StateRows states;
    private final Alarms alarms;

    StoringBatch(StateRows states, Alarms alarms) {
        this.states = states;
        this.alarms = alarms;
    }

    /**
     * What a batch came to.
     *
     * @param known numbers of devices that are registered; the others left no row
     * @param raised whether an alarm was raised or repeated, or knows a newer position
     */
    record Stored(Set<String> known, boolean raised) {}

    @Transactional
    Stored store(List<Message> batch) {
        var known = states.known(batch.stream().map(Message::device).distinct().toList());
        var latest = new LinkedHashMap<Known, StateRows.Said>();
        var raised = false;
        for (var message : batch) {
            var device = known.get(message.device());
            if (device != null) {
                latest.merge(device, said(device, message), StateRows.Said::then);
            }
        }
        states.seen(latest);
        raised |= alarms.follow(latest.entrySet().stream()
                .filter(said -> said.getValue().fix().isPresent())
                .map(said -> said.getKey().id())
                .toList());
        for (var message : batch) {
            var device = known.get(message.device());
            if (device != null) {
                raised |= raise(device, message);
            }
        }
        return new Stored(known.keySet(), raised);
    }

    /** Without consent nothing is kept of where a device was. */
    private static StateRows.Said said(Known device, Message message) {
        return new StateRows.Said(
                message.received(),
                message.battery(),
                message.fix().filter(fix -> device.consents() && isNews(message)));
    }

    private boolean raise(Known device, Message message) {
        var kinds = kinds(device, message);
        kinds.forEach(kind -> alarms.raise(device.id(), kind, device.division(), message.received()));
        return !kinds.isEmpty();
    }

    private static Set<AlarmKind> kinds(Known device, Message message) {
        return message.kinds().stream()
                .filter(kind -> kind.needs().isEmpty() || device.consents() && isNews(message))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isNews(Message message) {
        return message.at().isAfter(message.received().minus(STALE))
                && message.at().isBefore(message.received().plus(AHEAD));
    }
}
