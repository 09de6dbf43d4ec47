package org.linli.eldercare.trunk;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.area.Areas;
import org.linli.eldercare.EldercareReason;
import org.linli.eldercare.EldercareWords;
import org.linli.shared.BodySignature;
import org.linli.shared.DivisionCode;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Connects telephone systems, changes their keys, ends it, and admits what they sign. */
@Service
public class Trunks {

    /** The header that says which trunk signed. */
    public static final String TRUNK = "X-Linli-Trunk";

    /** How long the key before a change is good: a telephone system is set up anew by hand. */
    static final Duration FORMER_GOOD = Duration.ofHours(24);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;
    private static final Pattern ID = Pattern.compile("\\d{1,9}");

    private final TrunkRows rows;
    private final Areas areas;
    private final AuditTrail audit;
    private final Clock clock;

    Trunks(TrunkRows rows, Areas areas, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.areas = areas;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param key what it signs with: 64 hex digits, told this once */
    record Made(int id, String key) {}

    /** The trunk that signed, and the area whose desks hear its calls. */
    public record Signer(int id, DivisionCode division) {}

    @Transactional
    Made add(Acting by, String name, DivisionCode division) {
        areas.requireDivision(division);
        by.require(EldercareWords.KEEP_TRUNKS, division);
        if (rows.isTaken(name.strip())) {
            throw Refusal.ofField("name", EldercareReason.TRUNK_NAME_TAKEN, name.strip());
        }
        var key = newKey();
        var id = rows.add(name.strip(), division, key, by, clock.instant());
        noted(by, "add", id);
        return new Made(id, key);
    }

    /** A new key at once; the one before is good for another day. */
    @Transactional
    Made changeKey(Acting by, int id) {
        requireConnected(by, id);
        var key = newKey();
        rows.changeKey(id, key, clock.instant().plus(FORMER_GOOD));
        noted(by, "change-key", id);
        return new Made(id, key);
    }

    /** From the next event on it is no longer heard. */
    @Transactional
    void retire(Acting by, int id, String reason) {
        requireConnected(by, id);
        if (reason.isBlank()) {
            throw Refusal.ofField("reason", EldercareReason.REASON_MISSING);
        }
        rows.retire(id, reason.strip(), by, clock.instant());
        noted(by, "retire", id);
    }

    /**
     * Who signed an event; nothing is written.
     *
     * @param name the trunk's number, as the request says it
     * @throws Refusal when it is not connected, the signature is not its own, or its clock is off
     */
    public Signer signer(String name, BodySignature signature, byte[] body) {
        var trunk = Optional.of(name)
                .filter(said -> ID.matcher(said).matches())
                .flatMap(said -> rows.connected(Integer.parseInt(said), clock.instant()))
                .filter(one -> one.keys().stream().anyMatch(key -> signature.isGenuine(key, body)))
                .orElseThrow(() -> Refusal.because(EldercareReason.EVENT_UNSIGNED));
        if (!signature.isTimely(clock.instant())) {
            throw Refusal.because(EldercareReason.EVENT_CLOCK_SKEW);
        }
        return new Signer(trunk.id(), trunk.division());
    }

    /** Notes that an event of it was taken, to the minute. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void heard(Signer trunk) {
        rows.heard(trunk.id(), clock.instant());
    }

    private void requireConnected(Acting by, int id) {
        var trunk = rows.hold(id).orElseThrow(() -> Refusal.because(EldercareReason.UNKNOWN_TRUNK));
        by.require(EldercareWords.KEEP_TRUNKS, trunk.division());
        if (trunk.retiredAt().isPresent()) {
            throw Refusal.because(EldercareReason.TRUNK_RETIRED);
        }
    }

    private static String newKey() {
        var random = new byte[KEY_BYTES];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private void noted(Acting by, String act, int id) {
        audit.note(by, "eldercare.trunk." + act, "trunk:" + id, Map.of());
    }
}
