package org.linli.privacy;

import java.util.function.UnaryOperator;
import org.linli.access.SealedAccounts;
import org.springframework.stereotype.Component;

/** The sealed fields of accounts take part in key rotation like everybody else's. */
@Component
class AccountColumns implements SealedColumns {

    private final SealedAccounts accounts;

    AccountColumns(SealedAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "access.account";
    }

    @Override
    public int reseal(String keyInUse, UnaryOperator<String> resealed, int limit) {
        return accounts.reseal(keyInUse, resealed, limit);
    }
}
