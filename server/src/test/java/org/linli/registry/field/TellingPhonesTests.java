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
import org.linli.shared.Ids;
import org.linli.sync.contributions.SyncedCollection;
import org.linli.testing.LinliTest;
import org.linli.testing.TwoWriters;
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

    /** What is changed about somebody while a desk moves them is told where they have gone, not where they have been. */
    @Test
    void tellsAChangeOfAPartWhereThePersonIs() throws Exception {
        var from = DivisionCode.of(COMMUNITY + "018");
        var to = DivisionCode.of(COMMUNITY + "019");
        var filled = new FilledCell(bulk, from, 1);
        var log = new ChangeLog(jdbc);
        for (var part : List.of("document", "phone", "residence", "household_member")) {
            for (var cell : List.of(to, from)) {
                new TwoWriters(jdbc, transaction)
                        .meet(
                                () -> moves.move(
                                        Acting.system("test"),
                                        List.of(new DwellingId(filled.dwellings.getFirst())),
                                        cell,
                                        Because.of(ChangeSource.DESK, "网格调整")),
                                () -> change(
                                        part + " set voided_at = voided_at", "person_id", filled.people.getLast()));
                log.equalsTheBase();
                assertThat(log.scopesOf(filled.people.getLast())).as(part).containsExactly("grid:" + cell);
                assertThat(log.versionOf(filled.people.getLast()))
                        .as("%s was changed after the move, which the new cell is told", part)
                        .isGreaterThan(log.versionOf(filled.people.getFirst()));
            }
        }
    }

    /** A compound's name is part of its dwellings' records. */
    @Test
    void tellsACompoundsNameWhereItsDwellingsAre() throws Exception {
        var to = DivisionCode.of(COMMUNITY + "021");
        var filled = new FilledCell(bulk, DivisionCode.of(COMMUNITY + "020"), 1);
        var dwelling = filled.dwellings.getFirst();
        var compound = jdbc.sql("select compound_id from registry.dwelling where id = :id")
                .param("id", dwelling)
                .query(UUID.class)
                .single();
        var log = new ChangeLog(jdbc);
        new TwoWriters(jdbc, transaction)
                .meet(
                        () -> moves.move(
                                Acting.system("test"),
                                List.of(new DwellingId(dwelling)),
                                to,
                                Because.of(ChangeSource.DESK, "网格调整")),
                        () -> change("compound set name = name || '东区'", "id", compound));
        log.equalsTheBase();
        assertThat(log.versionOf(dwelling)).isGreaterThan(log.versionOf(filled.households.getFirst()));
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

    private void change(String what, String column, UUID id) {
        var change = Ids.next();
        jdbc.sql("""
                        insert into registry.change (id, at, source, reason, posting_id, actor, unit)
                        values (:id, now(), 'DESK', '更正', :id, '测试', '测试')""").param("id", change).update();
        jdbc.sql("update registry.%s, revision = revision + 1, change_id = :change, changed_at = now() where %s = :id"
                        .formatted(what, column))
                .param("change", change)
                .param("id", id)
                .update();
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
