package org.linli.registry.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.linli.access.Acting;
import org.linli.registry.Because;
import org.linli.registry.CellMoves;
import org.linli.registry.ChangeSource;
import org.linli.registry.DwellingId;
import org.linli.registry.bulk.BulkLoad;
import org.linli.registry.testing.ChangeLog;
import org.linli.registry.testing.FilledCell;
import org.linli.shared.DivisionCode;
import org.linli.sync.contributions.SyncedCollection;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The change log is told of everything, by whichever way it came into the tables. */
@LinliTest
class TellingPhonesTests {

    private static final String COMMUNITY = "150203001015";

    @Autowired
    List<SyncedCollection> collections;

    @Autowired
    BulkLoad bulk;

    @Autowired
    CellMoves moves;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    /** A base that was filled before there were phones: the migration tells what is there. */
    @Test
    void tellsWhatWasThereBefore() throws Exception {
        var filled = new FilledCell(bulk, DivisionCode.of(COMMUNITY + "011"), 30);
        var log = new ChangeLog(jdbc);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from sync.change").update();
            jdbc.sql("delete from sync.scope").update();
            assertThatThrownBy(log::equalsTheBase).isInstanceOf(AssertionError.class);
            jdbc.sql(lastBlockOfTheMigration()).update();
            log.equalsTheBase();
            assertThat(log.scopesOf(filled.people.getFirst())).containsExactly("grid:" + COMMUNITY + "011");
            status.setRollbackOnly();
        });
        log.equalsTheBase();
    }

    @Test
    void loadsInBulkWithOneNumberForEachRecord() {
        var cell = COMMUNITY + "012";
        var head = head(cell);
        new FilledCell(bulk, DivisionCode.of(cell), 20);
        assertThat(head(cell)).isEqualTo(head + 20 * 5);
    }

    /** Two desks move the same households to and fro, in opposite orders. */
    @Test
    void staysTrueWhenManyMoveAtOnce() throws Exception {
        var cells = List.of(COMMUNITY + "013", COMMUNITY + "014", COMMUNITY + "016");
        var filled = new FilledCell(bulk, DivisionCode.of(cells.getFirst()), 24);
        var log = new ChangeLog(jdbc);
        var work = new ArrayList<Callable<Integer>>();
        for (var n = 0; n < 60; n++) {
            var to = DivisionCode.of(cells.get(n % 3));
            var dwelling = new DwellingId(filled.dwellings.get(n * 7 % 24));
            work.add(() -> moves.move(
                            Acting.system("test"), List.of(dwelling), to, Because.of(ChangeSource.DESK, "网格调整"))
                    .people());
        }
        try (var desks = Executors.newFixedThreadPool(4)) {
            for (Future<Integer> one : desks.invokeAll(work)) {
                assertThat(one.get()).isBetween(0, 3);
            }
        }
        log.equalsTheBase();
        assertThat(jdbc.sql("""
                        select count(*) from (
                          select scope from sync.change where scope = any (cast(:scopes as text[]))
                           group by scope having count(distinct seq) <> count(*)) twins""")
                        .param(
                                "scopes",
                                cells.stream().map(cell -> "grid:" + cell).toArray(String[]::new))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void everyTableOfARecordTellsOfIt() {
        var tables = collections.stream()
                .filter(one -> List.of("person", "household", "dwelling").contains(one.type()))
                .flatMap(one -> one.tables().stream())
                .toList();
        assertThat(tables).hasSize(9);
        for (var table : tables) {
            assertThat(jdbc.sql("""
                            select count(*) from pg_trigger
                             where tgrelid = cast(:table as regclass) and tgname like 'tell_phones%'""").param("table", table).query(Integer.class).single())
                    .as(table)
                    .isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void nothingIsEverDeletedBehindTheLogsBack() {
        assertThatThrownBy(() -> jdbc.sql("delete from registry.person where id = :id")
                        .param("id", new FilledCell(bulk, DivisionCode.of(COMMUNITY + "017"), 1).people.getFirst())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(jdbc.sql("delete from registry.person where id = :id")
                        .param("id", new UUID(9, 9))
                        .update())
                .isZero();
    }

    private long head(String cell) {
        return jdbc.sql("select coalesce(max(head), 0) from sync.scope where scope = :scope")
                .param("scope", "grid:" + cell)
                .query(Long.class)
                .single();
    }

    private static String lastBlockOfTheMigration() {
        try {
            var sql = new ClassPathResource("db/migration/registry/V30__tell_phones.sql")
                    .getContentAsString(StandardCharsets.UTF_8);
            return sql.substring(sql.lastIndexOf("do $$"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
