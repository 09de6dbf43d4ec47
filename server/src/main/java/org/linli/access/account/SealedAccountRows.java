package org.linli.access.account;

import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.linli.access.SealedAccounts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names, phones and authenticator secrets, sealed anew under another key. */
@Component
class SealedAccountRows implements SealedAccounts {

    private static final Map<String, String> CONTEXTS = Map.of(
            "name_sealed", Account.NAME,
            "phone_sealed", Account.PHONE,
            "totp_sealed", Account.SECRET);

    private record Value(UUID id, String sealed) {}

    private final JdbcClient jdbc;

    SealedAccountRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public int reseal(String keyInUse, UnaryOperator<String> resealed, int limit) {
        var left = limit;
        for (var column : CONTEXTS.entrySet()) {
            left -= reseal(column.getKey(), column.getValue(), keyInUse, resealed, left);
        }
        return limit - left;
    }

    private int reseal(String column, String context, String keyInUse, UnaryOperator<String> resealed, int limit) {
        var values = jdbc.sql("""
                        select id, %1$s as sealed from access.account
                         where %1$s is not null and not starts_with(%1$s, :key) limit :limit for update
                        """.formatted(column))
                .param("key", keyInUse)
                .param("limit", limit)
                .query(Value.class)
                .list();
        for (var value : values) {
            jdbc.sql("update access.account set %s = :sealed where id = :id".formatted(column))
                    .param("sealed", resealed.apply(context + "\n" + value.sealed()))
                    .param("id", value.id())
                    .update();
        }
        return values.size();
    }
}
