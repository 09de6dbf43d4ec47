package org.linli.access.account;

import java.time.Clock;
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

/** What administrators do to accounts. Nobody does it to their own. */
@Service
class Accounts {

    /** A new account or a new password; the password is shown once and must be changed at the first sign-in. */
    record FirstPassword(AccountId account, String password) {}

    private final AccountRows rows;
    private final SessionRows sessions;
    private final Passwords passwords;
    private final PersonalSeal seal;
    private final AuditTrail audit;
    private final Clock clock;

    Accounts(
            AccountRows rows,
            SessionRows sessions,
            Passwords passwords,
            PersonalSeal seal,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.sessions = sessions;
        this.passwords = passwords;
        this.seal = seal;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    FirstPassword create(Acting by, String login, String name, @Nullable String phone) {
        by.require("access.account.create");
        var password = passwords.random();
        var id = insert(login, name, phone, password, true, false);
        note(by, "access.account.create", id, Map.of("login", login));
        return new FirstPassword(id, password);
    }

    /** An account of the demo: its password is known to everybody, so it may keep it and needs no authenticator. */
    AccountId createForDemo(String login, String name, String passwordHash) {
        return insertHashed(login, name, null, passwordHash, false, true);
    }

    /** Changes name and phone; no phone leaves the present one, an empty one removes it. */
    @Transactional
    void change(Acting by, AccountId id, String name, @Nullable String phone, int revision) {
        by.require("access.account.change");
        var present = present(id);
        var sealedPhone = phone == null ? present.sealedPhone().orElse(null) : sealedPhone(phone);
        if (!rows.rename(id, seal.seal(Account.NAME, name.strip()), sealedPhone, revision)) {
            throw Refusal.because(AccessReason.ACCOUNT_CHANGED);
        }
        note(by, "access.account.change", id, Map.of());
    }

    private @Nullable String sealedPhone(String phone) {
        return phone.isBlank() ? null : seal.seal(Account.PHONE, phone.strip());
    }

    /** The account's sessions end and its lock is lifted. */
    @Transactional
    FirstPassword resetPassword(Acting by, AccountId id) {
        by.require("access.account.reset");
        notOneself(by, id);
        present(id);
        var password = passwords.random();
        rows.setPassword(id, passwords.hash(password), true, clock.instant());
        sessions.endAll(id, null, clock.instant());
        note(by, "access.account.reset", id, Map.of());
        return new FirstPassword(id, password);
    }

    /** Done by the security administrator, so that no single administrator can take an account over. */
    @Transactional
    void resetSecondFactor(Acting by, AccountId id) {
        by.require("access.factor.reset");
        notOneself(by, id);
        present(id);
        rows.setSecret(id, null);
        sessions.endAll(id, null, clock.instant());
        note(by, "access.factor.reset", id, Map.of());
    }

    @Transactional
    void unlock(Acting by, AccountId id) {
        by.require("access.account.change");
        present(id);
        rows.setFailures(id, 0, null);
        note(by, "access.account.unlock", id, Map.of());
    }

    @Transactional
    void retire(Acting by, AccountId id, String why) {
        by.require("access.account.retire");
        notOneself(by, id);
        present(id);
        rows.retire(id, why.strip(), clock.instant());
        sessions.endAll(id, null, clock.instant());
        note(by, "access.account.retire", id, Map.of());
    }

    AccountId insert(
            String login, String name, @Nullable String phone, String password, boolean mustChange, boolean exempt) {
        return insertHashed(login, name, phone, passwords.hash(password), mustChange, exempt);
    }

    private AccountId insertHashed(
            String login, String name, @Nullable String phone, String hash, boolean mustChange, boolean exempt) {
        var id = new AccountId(Ids.next());
        var account = new Account(
                id,
                login.strip().toLowerCase(Locale.ROOT),
                seal.seal(Account.NAME, name.strip()),
                Optional.ofNullable(phone)
                        .filter(number -> !number.isBlank())
                        .map(number -> seal.seal(Account.PHONE, number.strip())),
                hash,
                mustChange,
                Optional.empty(),
                false,
                0,
                exempt,
                0,
                Optional.empty(),
                false,
                1);
        if (!rows.insert(account, clock.instant())) {
            throw Refusal.ofField("login", AccessReason.LOGIN_TAKEN, login);
        }
        return id;
    }

    private Account present(AccountId id) {
        var account = rows.lock(id).orElseThrow(() -> Refusal.because(AccessReason.ACCOUNT_MISSING));
        if (account.retired()) {
            throw Refusal.because(AccessReason.ACCOUNT_RETIRED);
        }
        return account;
    }

    private static void notOneself(Acting by, AccountId id) {
        if (by.account().equals(id)) {
            throw Refusal.because(AccessReason.NOT_ONESELF);
        }
    }

    private void note(Acting by, String act, AccountId account, Map<String, String> facts) {
        audit.note(by, act, "account:" + account.value(), facts);
    }
}
