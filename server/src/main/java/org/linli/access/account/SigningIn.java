package org.linli.access.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.access.AccessReason;
import org.linli.access.AccountId;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.access.PersonalSeal;
import org.linli.shared.Ids;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signing in (登录). Whether a name exists, is locked or is retired cannot be told from the answer or from the time it
 * takes. Five failures in a row lock the account; an address that keeps failing has to wait longer each time.
 */
@Service
class SigningIn {

    static final int FAILURES = 5;
    static final Duration LOCK = Duration.ofMinutes(15);

    private static final int FREE_TRIES_OF_AN_ADDRESS = 20;
    private static final int LONGEST_WAIT_SECONDS = 60;

    private final AccountRows accounts;
    private final SessionRows attempts;
    private final Sessions sessions;
    private final Passwords passwords;
    private final PersonalSeal seal;
    private final AuditTrail audit;
    private final Clock clock;

    SigningIn(
            AccountRows accounts,
            SessionRows attempts,
            Sessions sessions,
            Passwords passwords,
            PersonalSeal seal,
            AuditTrail audit,
            Clock clock) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.seal = seal;
        this.audit = audit;
        this.clock = clock;
    }

    /** Where a request comes from. */
    record Caller(String address, String agent) {}

    /** @return the session's token; what a failure leaves behind is kept although it is refused */
    @Transactional(noRollbackFor = Refusal.class)
    String signIn(String name, String password, @Nullable String code, Caller caller) {
        slowDown(caller.address());
        var found = accounts.lockByLogin(name.strip().toLowerCase(Locale.ROOT));
        var matches = passwords.matches(password, found.map(Account::passwordHash));
        var account = found.filter(candidate -> matches && !candidate.retired())
                .filter(candidate -> !candidate.isLockedAt(clock.instant()))
                .orElseThrow(() -> failed(found, caller.address()));
        if (account.secondFactor()) {
            if (code == null || code.isBlank()) {
                throw Refusal.because(AccessReason.CODE_NEEDED);
            }
            var secret = seal.open(Account.SECRET, account.sealedSecret().orElseThrow());
            var step = Totp.accepted(secret, code, clock.instant(), account.lastStep());
            if (step.isEmpty()) {
                throw failed(found, caller.address());
            }
            accounts.setLastStep(account.id(), step.getAsLong());
        }
        accounts.setFailures(account.id(), 0, null);
        note(account.id(), caller.address(), "DONE");
        return sessions.open(account.id(), caller.address(), caller.agent());
    }

    private Refusal failed(Optional<Account> account, String address) {
        var now = clock.instant();
        account.filter(known -> !known.isLockedAt(now)).ifPresent(known -> {
            // A lock that has run out starts a new count.
            var failures = known.lockedUntil().isPresent() ? 1 : known.failures() + 1;
            accounts.setFailures(known.id(), failures, failures >= FAILURES ? now.plus(LOCK) : null);
        });
        note(account.map(Account::id).orElse(null), address, "FAILED");
        return Refusal.because(AccessReason.SIGN_IN_FAILED);
    }

    private void note(@Nullable AccountId account, String address, String outcome) {
        attempts.noteAttempt(Ids.next(), account, address, outcome, clock.instant());
        var object = account == null ? "account:unknown" : "account:" + account.value();
        audit.note(
                Acting.system("sign-in"),
                "access.session.start",
                object,
                Map.of("address", address, "outcome", outcome));
    }

    private void slowDown(String address) {
        var now = clock.instant();
        var failures = attempts.failuresFrom(address, now.minus(LOCK));
        var over = failures.count() - FREE_TRIES_OF_AN_ADDRESS;
        if (over < 0) {
            return;
        }
        var wait = Math.min(LONGEST_WAIT_SECONDS, 1L << Math.min(over, 10));
        failures.last()
                .map(last -> last.plusSeconds(wait))
                .filter(now::isBefore)
                .ifPresent(until -> {
                    throw Refusal.because(
                            AccessReason.TRY_LATER, Duration.between(now, until).toSeconds() + 1);
                });
    }
}
