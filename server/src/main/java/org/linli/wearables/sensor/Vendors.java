package org.linli.wearables.sensor;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.area.Areas;
import org.linli.shared.DivisionCode;
import org.linli.shared.Refusal;
import org.linli.wearables.WearablesReason;
import org.linli.wearables.WearablesWords;
import org.linli.wearables.sensor.VendorRows.Keyed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Connects vendors' platforms, ends it, and admits what they sign. */
@Service
class Vendors {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;

    private final VendorRows rows;
    private final Areas areas;
    private final AuditTrail audit;
    private final Clock clock;

    Vendors(VendorRows rows, Areas areas, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.areas = areas;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param key what it signs with: 64 hex digits, told this once */
    record Made(int id, String key) {}

    @Transactional
    Made add(Acting by, String name, DivisionCode division) {
        areas.requireDivision(division);
        by.require(WearablesWords.KEEP_VENDORS, division);
        if (rows.isTaken(name.strip())) {
            throw Refusal.ofField("name", WearablesReason.VENDOR_NAME_TAKEN, name.strip());
        }
        var random = new byte[KEY_BYTES];
        RANDOM.nextBytes(random);
        var key = HexFormat.of().formatHex(random);
        var id = rows.add(name.strip(), division, key, by, clock.instant());
        noted(by, "add", id);
        return new Made(id, key);
    }

    /** From the next request on it is no longer heard. */
    @Transactional
    void retire(Acting by, int id, String reason) {
        var vendor = rows.hold(id).orElseThrow(() -> Refusal.because(WearablesReason.UNKNOWN_VENDOR));
        by.require(WearablesWords.KEEP_VENDORS, vendor.division());
        if (vendor.retiredAt().isPresent()) {
            throw Refusal.because(WearablesReason.VENDOR_RETIRED);
        }
        if (reason.isBlank()) {
            throw Refusal.ofField("reason", WearablesReason.REASON_MISSING);
        }
        rows.retire(id, reason.strip(), by, clock.instant());
        noted(by, "retire", id);
    }

    /** Who signed a request; nothing is written yet. */
    Keyed signer(VendorSignature signature, byte[] body) {
        var vendor = signature
                .vendor()
                .flatMap(rows::connected)
                .filter(one -> signature.signature().isGenuine(one.key(), body))
                .orElseThrow(() -> Refusal.because(WearablesReason.READINGS_UNSIGNED));
        if (!signature.signature().isTimely(clock.instant())) {
            throw Refusal.because(WearablesReason.READINGS_CLOCK_SKEW);
        }
        return vendor;
    }

    /** A signature is good once. */
    @Transactional
    void use(Keyed vendor, VendorSignature signature) {
        if (!rows.firstUse(vendor.id(), signature.signature().value(), clock.instant())) {
            throw Refusal.because(WearablesReason.READINGS_REPLAYED);
        }
    }

    private void noted(Acting by, String act, int id) {
        audit.note(by, "wearables.vendor." + act, "vendor:" + id, Map.of());
    }
}
