package org.linli.access.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.linli.access.AccountId;
import org.linli.access.PersonalSeal;
import org.linli.access.posting.Posting;
import org.linli.shared.Ids;
import org.springframework.stereotype.Service;

/** Opens sessions and finds them again by their cookie; an idle or overlong one is ended when it is next seen. */
@Service
public class Sessions {

    /** Keeping the time of the last act need not be exact to the second, and spares a write per request. */
    private static final Duration TOUCH_STEP = Duration.ofSeconds(20);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 32;
    private static final int AGENT_LENGTH = 200;

    private final SessionRows rows;
    private final PersonalSeal seal;
    private final AccessSettings settings;
    private final Clock clock;

    Sessions(SessionRows rows, PersonalSeal seal, AccessSettings settings, Clock clock) {
        this.rows = rows;
        this.seal = seal;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return the token for the cookie; only its hash is stored */
    String open(AccountId account, String address, String agent) {
        var bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var kept = agent.length() > AGENT_LENGTH ? agent.substring(0, AGENT_LENGTH) : agent;
        rows.insert(Ids.next(), hash(token), account, clock.instant(), address, kept);
        return token;
    }

    /** @param active whether a person stands behind the request; a page that asks by itself does not keep a session */
    public Optional<CurrentSession> find(String token, boolean active) {
        var found = rows.open(hash(token));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var open = found.get();
        var now = clock.instant();
        if (now.isAfter(end(open.startedAt(), open.lastSeenAt()))) {
            rows.end(open.account(), open.id(), now);
            return Optional.empty();
        }
        if (active && now.isAfter(open.lastSeenAt().plus(TOUCH_STEP))) {
            rows.touch(open.id(), now);
        }
        return Optional.of(new CurrentSession(
                open.id(),
                open.account(),
                open.login(),
                seal.open(Account.NAME, open.sealedName()),
                open.posting(),
                open.mustChange(),
                open.exempt() || open.authenticator(),
                open.authenticator(),
                open.startedAt(),
                active ? now : open.lastSeenAt(),
                inForce(open.postings())));
    }

    private List<Posting> inForce(List<Posting> postings) {
        var today = LocalDate.now(clock);
        return postings.stream().filter(posting -> posting.isValidOn(today)).toList();
    }

    /** How long the session lasts if nothing more is done in it. */
    Duration remaining(CurrentSession session) {
        return Duration.between(clock.instant(), end(session.startedAt(), session.lastSeenAt()));
    }

    private Instant end(Instant startedAt, Instant lastSeenAt) {
        var idle = lastSeenAt.plus(settings.idleLimit());
        var longest = startedAt.plus(settings.sessionLimit());
        return idle.isBefore(longest) ? idle : longest;
    }

    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
