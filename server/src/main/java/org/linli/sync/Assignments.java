package org.linli.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.linli.access.AccountId;
import org.linli.access.Acting;

/**
 * Who holds which scopes on the phone (同步范围分配). The scope {@code ref} and the account's own {@code user:} scope need no
 * assignment. Modules above call it when a team changes; phones follow at their next pull.
 */
public interface Assignments {

    /** What may be done with the records of a scope. */
    enum Mode {
        READ_WRITE,
        READ_ONLY
    }

    /**
     * One account's hold on one scope.
     *
     * @param until when it ended; absent while it is in force
     */
    record Assignment(AccountId account, String scope, Mode mode, Instant from, Optional<Instant> until) {}

    /** Gives an account a scope from a moment on, in the caller's transaction; changes the mode where it holds it already. */
    void assign(AccountId account, String scope, Mode mode, Instant from, Acting by);

    /**
     * Takes a scope away, in the caller's transaction. What the phone changed before and within seven days after is still
     * processed; later changes are only recorded for whoever holds the scope then.
     */
    void end(AccountId account, String scope, Instant at, Acting by);

    /** All of an account, those in force and those that ended, the latest first. */
    List<Assignment> of(AccountId account);

    /** Accounts that hold a scope now. */
    List<Assignment> holding(String scope);
}
