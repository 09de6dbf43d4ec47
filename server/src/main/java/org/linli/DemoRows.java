package org.linli;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which parts of the demo district are in the database. */
@Component
class DemoRows {

    private final JdbcClient jdbc;

    DemoRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isLoaded(String part) {
        return jdbc.sql("select exists (select from house.demo_part where part = :part)")
                .param("part", part)
                .query(Boolean.class)
                .single();
    }

    void noteLoaded(String part, String size) {
        jdbc.sql("insert into house.demo_part (part, size) values (:part, :size) on conflict do nothing")
                .param("part", part)
                .param("size", size)
                .update();
    }
}
