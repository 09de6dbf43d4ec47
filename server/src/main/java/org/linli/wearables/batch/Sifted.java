package org.linli.wearables.batch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.linli.wearables.AlarmKind;
import org.linli.wearables.ConsentKind;
import org.linli.wearables.alarm.Raise;

/** What registered devices said in a batch, by what may be kept of it: without a consent a message says less. */
final class Sifted {

    /** What a clock that is off by more than this says is no news; a call for help is one at any time. */
    private static final Duration STALE = Duration.ofHours(24);

    private static final Duration AHEAD = Duration.ofMinutes(10);

    private final SortedMap<Integer, StateRows.Said> said = new TreeMap<>();
    private final List<Tracked> tracked = new ArrayList<>();
    private final List<Tracked> moves = new ArrayList<>();
    private final List<Measured> measured = new ArrayList<>();
    private final List<Raise> called = new ArrayList<>();

    void add(Known device, Message message) {
        var fix = message.fix()
                .filter(one -> device.may(ConsentKind.POSITION))
                .map(one -> new Tracked(device, one, message.received(), isOff(one.at(), message.received())));
        said.merge(
                device.id(),
                new StateRows.Said(
                        message.received(),
                        message.battery(),
                        fix.filter(one -> !one.doubtful()).map(Tracked::fix).orElse(null)),
                StateRows.Said::then);
        fix.ifPresent(one -> keep(device, message, one));
        if (device.may(ConsentKind.VITALS)) {
            for (var vital : message.vitals()) {
                measured.add(new Measured(device, vital, message.received(), isOff(vital.at(), message.received())));
            }
        }
        message.kinds().stream()
                .filter(kind -> mayRaise(device, kind, message))
                .map(kind -> Raise.of(device.id(), kind, device.division(), message.received()))
                .forEach(called::add);
    }

    /** An urgent message comes by another lane than the rest of its device, so it moves nobody across an edge. */
    private void keep(Known device, Message message, Tracked fix) {
        if (device.may(ConsentKind.TRACK)) {
            tracked.add(fix);
        }
        if (!device.zones().isEmpty() && !message.isUrgent()) {
            moves.add(fix);
        }
    }

    private static boolean mayRaise(Known device, AlarmKind kind, Message message) {
        return kind == AlarmKind.SOS
                || kind.needs().filter(consent -> !device.may(consent)).isEmpty()
                        && !isOff(message.at(), message.received());
    }

    private static boolean isOff(Instant at, Instant received) {
        return at.isBefore(received.minus(STALE)) || at.isAfter(received.plus(AHEAD));
    }

    SortedMap<Integer, StateRows.Said> said() {
        return said;
    }

    /** Devices that said where they are. */
    List<Integer> fixed() {
        return said.entrySet().stream()
                .filter(one -> one.getValue().fix() != null)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Fixes to keep, in the order of the index. */
    List<Tracked> tracked() {
        tracked.sort(Tracked.AS_INDEXED);
        return tracked;
    }

    /** Fixes of devices that have zones, each device's in the order of their time. */
    List<Tracked> moves() {
        moves.sort(Tracked.AS_INDEXED);
        return moves;
    }

    List<Measured> measured() {
        return measured;
    }

    List<Raise> called() {
        return called;
    }
}
