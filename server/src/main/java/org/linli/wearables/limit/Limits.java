package org.linli.wearables.limit;

import java.time.Clock;
import java.util.Map;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.shared.Refusal;
import org.linli.wearables.ConsentKind;
import org.linli.wearables.VitalKind;
import org.linli.wearables.WearablesReason;
import org.linli.wearables.WearablesWords;
import org.linli.wearables.device.WornDevices;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets limits for whoever agreed that their vitals are watched; they end with that consent. */
@Service
class Limits {

    private final LimitRows rows;
    private final WornDevices devices;
    private final AuditTrail audit;
    private final Clock clock;

    Limits(LimitRows rows, WornDevices devices, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.devices = devices;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    void set(Acting by, int device, VitalKind kind, VitalLimits limits, String reason) {
        var worn = devices.hold(by, WearablesWords.SET_LIMITS, device);
        if (!worn.agreesTo(ConsentKind.VITALS)) {
            throw Refusal.because(WearablesReason.LIMITS_WITHOUT_CONSENT);
        }
        LimitRules.check(kind, limits);
        if (reason.isBlank()) {
            throw Refusal.ofField("reason", WearablesReason.REASON_MISSING);
        }
        rows.set(device, kind, limits, reason.strip(), by, clock.instant());
        noted(by, "set", device, kind);
    }

    /** The usual limits hold again. */
    @Transactional
    void reset(Acting by, int device, VitalKind kind) {
        devices.hold(by, WearablesWords.SET_LIMITS, device);
        if (rows.reset(device, kind)) {
            noted(by, "reset", device, kind);
        }
    }

    private void noted(Acting by, String act, int device, VitalKind kind) {
        audit.note(by, "wearables.limit." + act, "device:" + device, Map.of("kind", kind.name()));
    }
}
