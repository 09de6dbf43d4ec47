package org.linli.access.account;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Empties the network addresses of old sign-ins and sessions. */
@Component
class SignInTraceRows {

    private final JdbcClient jdbc;

    SignInTraceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long due(LocalDate before) {
        return jdbc.sql("""
                select (select count(*) from access.sign_in where at < :before and address <> '')
                     + (select count(*) from access.session
                         where last_seen_at < :before and (address <> '' or agent <> ''))""").param("before", before).query(Long.class).single();
    }

    int empty(LocalDate before, int most) {
        var attempts = jdbc.sql("""
                update access.sign_in set address = '' where id in (
                  select id from access.sign_in where at < :before and address <> '' limit :most)""").param("before", before).param("most", most).update();
        var sessions = jdbc.sql("""
                update access.session set address = '', agent = '' where id in (
                  select id from access.session
                   where last_seen_at < :before and (address <> '' or agent <> '') limit :most)""").param("before", before).param("most", most).update();
        return attempts + sessions;
    }
}
