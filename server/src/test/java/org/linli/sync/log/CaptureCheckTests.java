package org.linli.sync.log;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.access.Acting;
import org.linli.shared.StartRefusal;
import org.linli.sync.contributions.SyncedCollection;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A table that tells the log nothing stops the start. */
@LinliTest
class CaptureCheckTests {

    @Autowired
    CaptureCheck check;

    @Autowired
    List<SyncedCollection> offered;

    @Autowired
    JdbcClient jdbc;

    private record Castles(Set<String> tables) implements SyncedCollection {

        @Override
        public String type() {
            return "castle";
        }

        @Override
        public Map<UUID, Map<String, Object>> load(Acting by, Collection<UUID> ids) {
            return Map.of();
        }
    }

    @Test
    void passesWhatTheHouseOffers() {
        assertThatCode(() -> check.check(offered)).doesNotThrowAnyException();
    }

    @Test
    void refusesTablesWhoseTriggerIsMissingOrDisabledOrForHalfOfWhatHappens() {
        jdbc.sql("create schema castles; create table castles.castle (id uuid primary key, cell text)")
                .update();
        refuses("DELETE, INSERT, UPDATE");
        jdbc.sql("""
                create trigger castle_captured after insert or update on castles.castle
                  for each row execute function sync.capture('castle', 'grid:', 'cell')
                """).update();
        refuses("DELETE");
        jdbc.sql("""
                create function castles.note_castles() returns trigger language plpgsql as $$
                begin
                  perform sync.note('grid:' || cell, 'castle', id, 'R') from gone;
                  return null;
                end $$;
                create trigger castle_gone after delete on castles.castle referencing old table as gone
                  for each statement execute function castles.note_castles()
                """).update();
        assertThatCode(() -> check.check(castles())).doesNotThrowAnyException();
        jdbc.sql("alter table castles.castle disable trigger castle_captured").update();
        refuses("INSERT, UPDATE");
    }

    private void refuses(String events) {
        assertThatThrownBy(() -> check.check(castles()))
                .isInstanceOf(StartRefusal.class)
                .hasMessageContaining("castles.castle")
                .hasMessageContaining(" of " + events + ";");
    }

    private static List<SyncedCollection> castles() {
        return List.of(new Castles(Set.of("castles.castle")));
    }
}
