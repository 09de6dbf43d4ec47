package org.linli.privacy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes {@code privacy.key}. */
@Component
class KeyRows {

    private final JdbcClient jdbc;

    KeyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the keys that must be in the keystore. */
    Map<String, byte[]> checkValues() {
        var values = new HashMap<String, byte[]>();
        jdbc.sql("select name, check_value from privacy.key where retired_at is null")
                .query(row -> {
                    values.put(row.getString("name"), row.getBytes("check_value"));
                });
        return values;
    }

    void retire(String name, Instant at) {
        jdbc.sql("update privacy.key set retired_at = :at where name = :name")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("name", name)
                .update();
    }

    void insert(String name, byte[] checkValue, Instant at) {
        jdbc.sql(
                        "insert into privacy.key (name, check_value, created_at) values (:name, :check, :at) on conflict do nothing")
                .param("name", name)
                .param("check", checkValue)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
