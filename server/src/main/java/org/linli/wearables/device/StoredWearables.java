package org.linli.wearables.device;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.area.Areas;
import org.linli.shared.DivisionCode;
import org.linli.shared.Refusal;
import org.linli.wearables.ConsentKind;
import org.linli.wearables.Wearables;
import org.linli.wearables.WearablesReason;
import org.linli.wearables.WearablesWords;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers devices, hands them out, and keeps what their wearers agreed to. */
@Service
class StoredWearables implements Wearables {

    private static final Pattern NUMBER = Pattern.compile("\\d{10,15}");

    private final WearableRows rows;
    private final Areas areas;
    private final AuditTrail audit;
    private final Clock clock;

    StoredWearables(WearableRows rows, Areas areas, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.areas = areas;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Worn> wornBy(UUID person) {
        return rows.wornBy(person);
    }

    @Override
    @Transactional
    public int register(Acting by, String number, String model, DivisionCode division) {
        areas.requireDivision(division);
        by.require(WearablesWords.KEEP_DEVICES, division);
        if (!NUMBER.matcher(number).matches()) {
            throw Refusal.ofField("number", WearablesReason.MALFORMED_NUMBER);
        }
        if (rows.isTaken(number)) {
            throw Refusal.ofField("number", WearablesReason.NUMBER_TAKEN, number);
        }
        var id = rows.add(number, model.strip(), division, by, clock.instant());
        noted(by, "register", id);
        return id;
    }

    @Override
    @Transactional
    public void handOut(Acting by, int id, UUID wearer, DivisionCode division) {
        var device = inStock(by, id);
        areas.requireDivision(division);
        by.require(WearablesWords.KEEP_DEVICES, division);
        if (device.wearer().equals(Optional.of(wearer)) && device.division().equals(division)) {
            return;
        }
        if (!device.wearer().equals(Optional.of(wearer))) {
            forget(by, device, EnumSet.allOf(ConsentKind.class), "换人佩戴");
        }
        rows.handOut(id, wearer, division);
        noted(by, "hand-out", id);
    }

    @Override
    @Transactional
    public void consent(Acting by, int id, ConsentKind kind, String basis) {
        var device = inStock(by, id);
        var wearer = device.wearer().orElseThrow(() -> Refusal.because(WearablesReason.NOBODY_WEARS_IT));
        if (device.consents().containsKey(kind)) {
            throw Refusal.because(WearablesReason.CONSENT_IN_FORCE);
        }
        if (kind == ConsentKind.TRACK && !device.consents().containsKey(ConsentKind.POSITION)) {
            throw Refusal.because(WearablesReason.NO_POSITION_CONSENT);
        }
        requireText("basis", basis);
        rows.consent(id, wearer, kind, basis.strip(), by, clock.instant());
        noted(by, "consent", id);
    }

    /**
     * From the next message on nothing is stored that the consent was for, and what was is forgotten. Without the one for
     * positions there is none for tracks.
     */
    @Transactional
    void withdraw(Acting by, int id, ConsentKind kind, String reason) {
        var device = inStock(by, id);
        if (!device.consents().containsKey(kind)) {
            throw Refusal.because(WearablesReason.NO_CONSENT);
        }
        requireText("reason", reason);
        forget(
                by,
                device,
                kind == ConsentKind.POSITION ? EnumSet.of(kind, ConsentKind.TRACK) : EnumSet.of(kind),
                reason.strip());
        noted(by, "withdraw", id);
    }

    /** It is out of use; whatever it says from now on is not heard. */
    @Transactional
    void retire(Acting by, int id, String reason) {
        var device = inStock(by, id);
        requireText("reason", reason);
        forget(by, device, EnumSet.allOf(ConsentKind.class), reason.strip());
        rows.retire(id, reason.strip(), by, clock.instant());
        noted(by, "retire", id);
    }

    /** The consents end first: a batch that is under way is waited for, and what it stored is forgotten with the rest. */
    private void forget(Acting by, Device device, Set<ConsentKind> kinds, String reason) {
        rows.withdraw(device.id(), kinds, reason, by, clock.instant());
        if (kinds.contains(ConsentKind.POSITION)) {
            rows.forgetPosition(device.id());
        }
        if (kinds.contains(ConsentKind.TRACK)) {
            rows.forgetTrack(device.id());
        }
        if (kinds.contains(ConsentKind.VITALS)) {
            rows.forgetVitals(device.id());
        }
        if (kinds.containsAll(EnumSet.allOf(ConsentKind.class))) {
            rows.forgetOrders(device.id(), clock.instant());
        }
    }

    private Device inStock(Acting by, int id) {
        var device = rows.hold(id).orElseThrow(() -> Refusal.because(WearablesReason.UNKNOWN_DEVICE));
        by.require(WearablesWords.KEEP_DEVICES, device.division());
        if (device.retiredAt().isPresent()) {
            throw Refusal.because(WearablesReason.DEVICE_RETIRED);
        }
        return device;
    }

    private static void requireText(String field, String text) {
        if (text.isBlank()) {
            throw Refusal.ofField(field, WearablesReason.REASON_MISSING);
        }
    }

    private void noted(Acting by, String act, int id) {
        audit.note(by, "wearables.device." + act, "device:" + id, Map.of());
    }
}
