package org.linli.wearables.zone;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.shared.Point;
import org.linli.shared.Refusal;
import org.linli.wearables.ConsentKind;
import org.linli.wearables.SafeZones;
import org.linli.wearables.WearablesReason;
import org.linli.wearables.WearablesWords;
import org.linli.wearables.device.WornDevices;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Draws zones for whoever agreed that their device says where they are; they end with that consent. */
@Service
class Zones implements SafeZones {

    /** More than anybody can keep in mind, and few enough to follow each fix through. */
    static final int MOST = 30;

    private final ZoneRows rows;
    private final WornDevices devices;
    private final AuditTrail audit;
    private final Clock clock;

    Zones(ZoneRows rows, WornDevices devices, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.devices = devices;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public int drawCircle(Acting by, int device, String name, Point centre, double radius) {
        return draw(by, device, new Zone(0, name, new ZoneShape.Circle(centre, radius), true, false, Optional.empty()));
    }

    @Transactional
    int draw(Acting by, int device, Zone zone) {
        requireConsent(by, device);
        ZoneRules.check(zone);
        if (rows.of(device).size() >= MOST) {
            throw Refusal.because(WearablesReason.TOO_MANY_ZONES, MOST);
        }
        var id = rows.add(device, zone, by, clock.instant());
        noted(by, "draw", device, id);
        return id;
    }

    @Transactional
    void change(Acting by, int device, Zone zone) {
        requireConsent(by, device);
        var before = find(device, zone.id());
        ZoneRules.check(zone);
        rows.change(zone, by, clock.instant());
        if (!zone.watchesLike(before)) {
            rows.forgetStanding(zone.id());
        }
        noted(by, "change", device, zone.id());
    }

    @Transactional
    void retire(Acting by, int device, int id) {
        devices.hold(by, WearablesWords.KEEP_DEVICES, device);
        find(device, id);
        rows.retire(id, by, clock.instant());
        noted(by, "retire", device, id);
    }

    private Zone find(int device, int id) {
        return rows.find(device, id).orElseThrow(() -> Refusal.because(WearablesReason.UNKNOWN_ZONE));
    }

    private void requireConsent(Acting by, int device) {
        var worn = devices.hold(by, WearablesWords.KEEP_DEVICES, device);
        if (!worn.agreesTo(ConsentKind.POSITION)) {
            throw Refusal.because(WearablesReason.ZONE_WITHOUT_CONSENT);
        }
    }

    private void noted(Acting by, String act, int device, int zone) {
        audit.note(by, "wearables.zone." + act, "device:" + device, Map.of("zone", Integer.toString(zone)));
    }
}
