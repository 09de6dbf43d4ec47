package org.linli.sync.log;

import java.util.Optional;
import org.linli.access.AccountId;
import org.linli.shared.DivisionCode;

/** Names of scopes (同步范围): {@code grid:150203001015001}, {@code ref}, {@code user:} and an account. */
public final class Scopes {

    /** Dictionaries, divisions and forms, which every phone holds and none changes. */
    public static final String REFERENCE = "ref";

    private static final String GRID = "grid:";
    private static final String USER = "user:";

    private Scopes() {}

    public static String of(AccountId account) {
        return USER + account.value();
    }

    /** The division that a scope is; empty for scopes that lie nowhere. */
    public static Optional<DivisionCode> division(String scope) {
        return Optional.of(scope)
                .filter(text -> text.startsWith(GRID))
                .map(text -> text.substring(GRID.length()))
                .filter(DivisionCode::isValid)
                .map(DivisionCode::of);
    }
}
