package org.linli.wearables.command;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.shared.Refusal;
import org.linli.wearables.WearablesReason;
import org.linli.wearables.WearablesWords;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes orders to devices. */
@Service
class Commands {

    private static final int LATEST = 20;

    private final CommandRows rows;
    private final CommandDispatch dispatch;
    private final AuditTrail audit;
    private final Clock clock;

    Commands(CommandRows rows, CommandDispatch dispatch, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.dispatch = dispatch;
        this.audit = audit;
        this.clock = clock;
    }

    /** An order of the same kind that still waits is given up: what was asked for last is wanted. */
    @Transactional
    UUID give(Acting by, int device, CommandForm form) {
        var target = target(device);
        by.require(WearablesWords.KEEP_DEVICES, target.division());
        if (target.retired()) {
            throw Refusal.because(WearablesReason.DEVICE_RETIRED);
        }
        if (form.kind() == CommandKind.LOCATE && !target.saysWhere()) {
            throw Refusal.because(WearablesReason.LOCATING_NEEDS_CONSENT);
        }
        form.order();
        var now = clock.instant();
        rows.replace(device, form.kind(), now);
        var id = rows.add(device, target.wearer(), form, by, now);
        audit.note(
                by,
                "wearables.device.command",
                "device:" + device,
                Map.of("kind", form.kind().name()));
        dispatch.lookAfterCommit();
        return id;
    }

    List<Command> latest(Acting by, int device) {
        by.require(WearablesWords.READ_DEVICES, target(device).division());
        return rows.latest(device, LATEST);
    }

    private CommandRows.Target target(int device) {
        return rows.target(device).orElseThrow(() -> Refusal.because(WearablesReason.UNKNOWN_DEVICE));
    }
}
