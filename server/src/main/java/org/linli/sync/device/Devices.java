package org.linli.sync.device;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.access.OpenSessions;
import org.linli.privacy.RecoveryKeys;
import org.linli.shared.DivisionCode;
import org.linli.shared.Refusal;
import org.linli.sync.SyncReason;
import org.linli.sync.SyncWords;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers phones, lets them call, hands back their keys, revokes and wipes them. */
@Service
public class Devices {

    /** A clock further off than this is flagged. */
    public static final Duration MOST_SKEW = Duration.ofMinutes(10);

    private static final Duration MOST_TOLD = Duration.ofDays(366);
    private static final int TOKEN_BYTES = 32;

    private final DeviceRows rows;
    private final RecoveryKeys keys;
    private final OpenSessions sessions;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Devices(DeviceRows rows, RecoveryKeys keys, OpenSessions sessions, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.keys = keys;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /** A registered phone and its own secret, which is told this once. */
    record Registered(Device device, String token) {}

    /** Registers a phone, or the same one of the same account again, which then has another secret. */
    @Transactional
    Registered register(Acting by, NewDevice device) {
        by.require(SyncWords.USE);
        var token = newToken();
        if (!rows.register(by, device, hash(token), clock.instant())) {
            var revoked = rows.find(device.id())
                    .filter(one -> one.account().equals(by.account()))
                    .isPresent();
            throw Refusal.because(revoked ? SyncReason.DEVICE_REVOKED : SyncReason.DEVICE_TAKEN);
        }
        audit.note(by, "sync.device.register", object(device.id()), Map.of("platform", device.platform()));
        return new Registered(rows.find(device.id()).orElseThrow(), token);
    }

    /** The phone, when it is the account's own, revoked or not. */
    public Device require(Acting by, UUID id) {
        by.require(SyncWords.USE);
        return own(by, rows.find(id));
    }

    /** The same, held until the end of the transaction. */
    public Device hold(Acting by, UUID id) {
        return own(by, rows.hold(id));
    }

    /** The change with this number has its result, in the same transaction. */
    public void advance(UUID id, long seq) {
        rows.advance(id, seq);
    }

    /** Notes that a phone called. */
    @Transactional
    public void contact(Acting by, UUID id, int appSchema, @Nullable Integer unsent, @Nullable Instant phoneTime) {
        var now = clock.instant();
        rows.contact(by, id, appSchema, unsent, phoneTime == null ? 0 : skew(now, phoneTime), now);
    }

    /** In milliseconds; what is off by more than a year is off by a year. */
    private static long skew(Instant now, Instant phoneTime) {
        var off = Duration.between(now, phoneTime);
        return off.abs().compareTo(MOST_TOLD) > 0 ? (off.isNegative() ? -1 : 1) * MOST_TOLD.toMillis() : off.toMillis();
    }

    /** The phone's data key after its holder forgot the password that wrapped it. */
    @Transactional
    byte[] recover(Acting by, UUID id, String token) {
        var device = require(by, id);
        requireToken(id, token);
        if (device.revoked().isPresent()) {
            throw Refusal.because(SyncReason.DEVICE_REVOKED);
        }
        var wrapped = rows.recoveryKey(id);
        if (wrapped.length == 0) {
            throw Refusal.because(SyncReason.NO_RECOVERY_KEY);
        }
        audit.note(by, "sync.device.recover", object(id), Map.of());
        return keys.unwrap(wrapped).orElseThrow(() -> Refusal.because(SyncReason.NO_RECOVERY_KEY));
    }

    /** What becomes of a phone, for the phone itself before anybody has signed in. */
    Device state(UUID id, String token) {
        requireToken(id, token);
        return rows.find(id).orElseThrow(() -> Refusal.because(SyncReason.UNKNOWN_DEVICE));
    }

    /** The phone says that it has erased everything. */
    @Transactional
    void wiped(UUID id, String token) {
        requireToken(id, token);
        rows.wiped(id, clock.instant());
        audit.note(Acting.system("sync"), "sync.device.wiped", object(id), Map.of());
    }

    /** Whoever has the phone now may also have the session that was open on it, so the account's sessions end. */
    @Transactional
    void revoke(Acting by, UUID id, String reason, boolean wipe) {
        var device = rows.hold(id).orElseThrow(() -> Refusal.because(SyncReason.UNKNOWN_DEVICE));
        by.require(SyncWords.REVOKE, DivisionCode.of(device.area()));
        rows.revoke(by, id, reason, wipe, clock.instant());
        sessions.endAll(device.account());
        audit.note(by, SyncWords.REVOKE, object(id), Map.of("wipe", Boolean.toString(wipe)));
    }

    List<Device> page(Acting by, DivisionCode area, @Nullable UUID after, int limit) {
        by.require(SyncWords.READ_DEVICES, area);
        return rows.page(area, after, limit);
    }

    private static Device own(Acting by, Optional<Device> device) {
        return device.filter(one -> one.account().equals(by.account()))
                .orElseThrow(() -> Refusal.because(SyncReason.UNKNOWN_DEVICE));
    }

    private void requireToken(UUID id, String token) {
        if (!rows.tokenFits(id, hash(token))) {
            throw Refusal.because(SyncReason.WRONG_TOKEN);
        }
    }

    private String newToken() {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static String object(UUID id) {
        return "device:" + id;
    }
}
