package org.linli.wearables.alarm;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.shared.Refusal;
import org.linli.wearables.WearablesReason;
import org.linli.wearables.WearablesWords;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Raises alarms, and lets one person look after each. */
@Service
public class Alarms {

    private final AlarmRows rows;
    private final LiveAlarms live;
    private final AuditTrail audit;
    private final Clock clock;

    Alarms(AlarmRows rows, LiveAlarms live, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.live = live;
        this.audit = audit;
        this.clock = clock;
    }

    /** Opens alarms, or counts on those that are open, in the transaction that stores what the devices said. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void raise(Collection<Raise> raised) {
        raised.forEach(rows::raise);
    }

    /**
     * Open alarms of devices that have a newer fix know it too: a call overtakes what the device said just before, and
     * whoever calls may be moving.
     *
     * @return whether there are any
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean follow(Collection<Integer> devices) {
        return !devices.isEmpty() && rows.follow(devices) > 0;
    }

    @Transactional
    void claim(Acting by, UUID id) {
        var alarm = open(by, id);
        if (alarm.claim().isPresent() && !isMine(by, alarm)) {
            throw Refusal.because(
                    WearablesReason.CLAIMED_BY_ANOTHER, alarm.claim().get().name());
        }
        if (alarm.claim().isEmpty()) {
            rows.claim(id, by, clock.instant());
            done(by, id, AlarmAct.Act.CLAIMED, "");
        }
    }

    /** Somebody else may look after it again. */
    @Transactional
    void handBack(Acting by, UUID id, String note) {
        requireMine(by, open(by, id));
        rows.handBack(id);
        done(by, id, AlarmAct.Act.HANDED_BACK, note);
    }

    @Transactional
    void note(Acting by, UUID id, String note) {
        open(by, id);
        requireText(note, "note");
        done(by, id, AlarmAct.Act.NOTED, note);
    }

    /** Somebody was called about it. */
    @Transactional
    void called(Acting by, UUID id, boolean reached, String note) {
        requireMine(by, open(by, id));
        done(by, id, reached ? AlarmAct.Act.REACHED : AlarmAct.Act.UNREACHED, note);
    }

    @Transactional
    void close(Acting by, UUID id, Alarm.Outcome outcome, String note) {
        requireMine(by, open(by, id));
        requireText(note, "note");
        rows.close(id, outcome, clock.instant());
        done(by, id, AlarmAct.Act.CLOSED, note);
    }

    private Alarm open(Acting by, UUID id) {
        var alarm = rows.hold(id).orElseThrow(() -> Refusal.because(WearablesReason.UNKNOWN_ALARM));
        by.require(WearablesWords.HANDLE_ALARMS, alarm.division());
        if (alarm.closing().isPresent()) {
            throw Refusal.because(WearablesReason.ALARM_CLOSED);
        }
        return alarm;
    }

    private static void requireMine(Acting by, Alarm alarm) {
        if (!isMine(by, alarm)) {
            throw Refusal.because(WearablesReason.NOT_CLAIMED);
        }
    }

    static boolean isMine(Acting by, Alarm alarm) {
        return alarm.claim()
                .filter(claim -> claim.posting().equals(by.posting().value()))
                .isPresent();
    }

    private static void requireText(String text, String field) {
        if (text.isBlank()) {
            throw Refusal.ofField(field, WearablesReason.REASON_MISSING);
        }
    }

    private void done(Acting by, UUID id, AlarmAct.Act act, String note) {
        rows.note(id, act, by, note, clock.instant());
        audit.note(by, WearablesWords.HANDLE_ALARMS, "alarm:" + id, Map.of("act", act.name()));
        live.tellAfterCommit();
    }
}
