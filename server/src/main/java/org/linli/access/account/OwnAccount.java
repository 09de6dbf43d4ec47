package org.linli.access.account;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.linli.access.AccessReason;
import org.linli.access.AuditTrail;
import org.linli.access.PersonalSeal;
import org.linli.access.PostingId;
import org.linli.access.posting.Posting;
import org.linli.access.posting.Postings;
import org.linli.access.posting.Roles;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody does to their own account: choose a posting, change the password, set up the authenticator, sign out. */
@Service
class OwnAccount {

    private static final int PASSWORDS_KEPT_AWAY = 5;

    private final AccountRows accounts;
    private final SessionRows sessions;
    private final Passwords passwords;
    private final Postings postings;
    private final Roles roles;
    private final PersonalSeal seal;
    private final AuditTrail audit;
    private final AccessSettings settings;
    private final Clock clock;

    OwnAccount(
            AccountRows accounts,
            SessionRows sessions,
            Passwords passwords,
            Postings postings,
            Roles roles,
            PersonalSeal seal,
            AuditTrail audit,
            AccessSettings settings,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.postings = postings;
        this.roles = roles;
        this.seal = seal;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether the account must set up an authenticator before it may act. */
    boolean needsSecondFactor(CurrentSession session, List<Posting> held) {
        return !session.secondFactor() && isSecondFactorRequired(held);
    }

    private boolean isSecondFactorRequired(List<Posting> held) {
        return settings.secondFactorForAll()
                || held.stream().anyMatch(posting -> roles.isAdministrator(posting.role()));
    }

    @Transactional
    void choosePosting(CurrentSession session, PostingId posting) {
        if (postings.validOf(session.account()).stream()
                .noneMatch(held -> held.id().equals(posting))) {
            throw Refusal.because(AccessReason.NOT_YOUR_POSTING);
        }
        sessions.choosePosting(session.id(), posting);
        note(session, "access.session.choose", Map.of("posting", posting.value().toString()));
    }

    /** Every other session of the account ends with the old password. */
    @Transactional
    void changePassword(CurrentSession session, String present, String wanted) {
        var account = locked(session);
        if (!passwords.matches(present, Optional.of(account.passwordHash()))) {
            throw Refusal.ofField("present", AccessReason.PASSWORD_WRONG);
        }
        passwords.fault(wanted, account.login()).ifPresent(fault -> {
            throw Refusal.ofField("wanted", fault);
        });
        var past = accounts.pastPasswords(account.id(), PASSWORDS_KEPT_AWAY - 1).stream();
        if (Stream.concat(Stream.of(account.passwordHash()), past)
                .anyMatch(hash -> passwords.matches(wanted, Optional.of(hash)))) {
            throw Refusal.ofField("wanted", AccessReason.PASSWORD_USED_BEFORE);
        }
        accounts.setPassword(account.id(), passwords.hash(wanted), false, clock.instant());
        sessions.endAll(account.id(), session.id(), clock.instant());
        note(session, "access.password.change", Map.of());
    }

    /** @return the secret to be scanned; it counts once a code made from it was entered */
    @Transactional
    String startSecondFactor(CurrentSession session, String password) {
        var account = locked(session);
        if (!passwords.matches(password, Optional.of(account.passwordHash()))) {
            throw Refusal.ofField("password", AccessReason.PASSWORD_WRONG);
        }
        var secret = Totp.newSecret();
        accounts.setSecret(account.id(), seal.seal(Account.SECRET, secret));
        note(session, "access.factor.start", Map.of());
        return secret;
    }

    @Transactional
    void confirmSecondFactor(CurrentSession session, String code) {
        var account = locked(session);
        var sealed = account.sealedSecret()
                .filter(secret -> !account.secondFactor())
                .orElseThrow(() -> Refusal.because(AccessReason.SECOND_FACTOR_NOT_STARTED));
        var step = Totp.accepted(seal.open(Account.SECRET, sealed), code, clock.instant(), account.lastStep());
        if (step.isEmpty()) {
            throw Refusal.ofField("code", AccessReason.CODE_WRONG);
        }
        accounts.confirmSecret(account.id(), step.getAsLong(), clock.instant());
        note(session, "access.factor.confirm", Map.of());
    }

    @Transactional
    void removeSecondFactor(CurrentSession session, String password) {
        var account = locked(session);
        if (!passwords.matches(password, Optional.of(account.passwordHash()))) {
            throw Refusal.ofField("password", AccessReason.PASSWORD_WRONG);
        }
        if (isSecondFactorRequired(postings.validOf(session.account())) && !account.exempt()) {
            throw Refusal.because(AccessReason.SECOND_FACTOR_IS_REQUIRED);
        }
        accounts.setSecret(account.id(), null);
        note(session, "access.factor.remove", Map.of());
    }

    @Transactional
    void endSession(CurrentSession session, UUID ended) {
        if (!sessions.end(session.account(), ended, clock.instant())) {
            throw Refusal.because(AccessReason.SESSION_MISSING);
        }
        note(session, "access.session.end", Map.of("session", ended.toString()));
    }

    @Transactional
    void endOtherSessions(CurrentSession session) {
        var ended = sessions.endAll(session.account(), session.id(), clock.instant());
        note(session, "access.session.end", Map.of("sessions", Integer.toString(ended)));
    }

    private Account locked(CurrentSession session) {
        return accounts.lock(session.account()).orElseThrow(() -> Refusal.because(AccessReason.ACCOUNT_MISSING));
    }

    private void note(CurrentSession session, String act, Map<String, String> facts) {
        audit.note(session.asOneself(), act, "account:" + session.account().value(), facts);
    }
}
