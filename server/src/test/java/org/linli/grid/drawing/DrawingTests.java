package org.linli.grid.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.access.AccessReason;
import org.linli.access.Acting;
import org.linli.access.PersonalSeal;
import org.linli.area.Areas;
import org.linli.area.GridCells;
import org.linli.area.UnitCode;
import org.linli.grid.GridReason;
import org.linli.grid.GridWords;
import org.linli.grid.drawing.Drawing.Done;
import org.linli.grid.drawing.Drawing.Edit;
import org.linli.registry.DwellingId;
import org.linli.registry.People;
import org.linli.registry.bulk.BulkLoad;
import org.linli.registry.testing.FilledCell;
import org.linli.shared.DivisionCode;
import org.linli.shared.Point;
import org.linli.shared.Refusal;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.linli.testing.StoredPosting;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Cells, homes, teams, events and phones follow each other; every drawing is taken back after it was looked at. */
@LinliTest
class DrawingTests {

    private static final DivisionCode COMMUNITY = DivisionCode.of("150203001025");

    @Autowired
    Drawing drawing;

    @Autowired
    Preview preview;

    @Autowired
    GridCells cells;

    @Autowired
    Areas areas;

    @Autowired
    BulkLoad bulk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PersonalSeal seal;

    @Autowired
    SettableClock clock;

    @Autowired
    TransactionTemplate transaction;

    private Acting administrator;
    private Acting worker;
    private DivisionCode cell;
    private Point middle = new Point(0, 0);

    @BeforeEach
    void somebodyWhoDrawsAndSomebodyWhoWorks() {
        administrator = posting("grid-admin", "DG-150203", DivisionCode.of("150203"));
        worker = posting("grid-worker", "CO-" + COMMUNITY, COMMUNITY);
        cell = areas.within(COMMUNITY).get(4).code();
        middle = jdbc.sql("select centre_lon, centre_lat from area.grid_cell where code = :code")
                .param("code", cell.value())
                .query((row, n) -> new Point(row.getDouble(1), row.getDouble(2)))
                .single();
    }

    @Test
    void splitsACellWithItsHomesTeamAndEvents() {
        undone(key -> {
            staff(cell);
            var filled = new FilledCell(bulk, cell, 6);
            place(filled, 0, -0.0001);
            place(filled, 1, 0.0001);
            var west = event(-0.0001);
            var east = event(0.0001);

            var done = split(key);
            assertThat(done.kept()).containsExactly(cell);
            assertThat(done.created()).hasSize(1);
            assertThat(done.dwellings()).isEqualTo(1);
            assertThat(done.households()).isEqualTo(1);
            assertThat(done.people()).isEqualTo(3);
            assertThat(done.events()).isEqualTo(1);
            assertThat(done.phones()).isEqualTo(1);

            var lying = cells.within(COMMUNITY);
            for (var n = 0; n < 2; n++) {
                assertThat(divisionOf("registry.dwelling", filled.dwellings.get(n)))
                        .isEqualTo(lying.apply(at(n == 0 ? -0.0001 : 0.0001))
                                .orElseThrow()
                                .value());
            }
            assertThat(cellOf(west))
                    .isEqualTo(lying.apply(at(-0.0001)).orElseThrow().value());
            assertThat(cellOf(east))
                    .isEqualTo(lying.apply(at(0.0001)).orElseThrow().value());
            assertThat(teamOf(done.created().getFirst()))
                    .containsExactly(worker.account().value());

            jdbc.sql("set constraints all immediate").update();
            var moved = cellOf(west).equals(cell.value()) ? east : west;
            assertThat(logged(moved, cell)).isEqualTo("R");
            assertThat(logged(moved, done.created().getFirst())).isEqualTo("P");
        });
    }

    @Test
    void mergesCellsWithAllThatIsInThem() {
        undone(key -> {
            var fresh = split(key).created().getFirst();
            jdbc.sql("delete from grid.member where cell = :cell")
                    .param("cell", fresh.value())
                    .update();
            staff(fresh);
            var filled = new FilledCell(bulk, fresh, 4);
            var merged =
                    drawing.edit(administrator, key + "-merge", "户数不足 200 户", new Edit.Merge(cell, List.of(fresh)));
            assertThat(merged.retired()).containsExactly(fresh);
            assertThat(merged.households()).isEqualTo(4);
            assertThat(merged.people()).isEqualTo(12);
            assertThat(filled.dwellings)
                    .allMatch(id -> divisionOf("registry.dwelling", id).equals(cell.value()));
            assertThat(filled.people)
                    .allMatch(id -> divisionOf("registry.person", id).equals(cell.value()));
            assertThat(teamOf(fresh)).isEmpty();
            assertThat(teamOf(cell)).contains(worker.account().value());
        });
    }

    @Test
    void movesHomesWhateverTheOutlinesSay() {
        undone(key -> {
            var filled = new FilledCell(bulk, cell, 3);
            var to = areas.within(COMMUNITY).get(5).code();
            var homes =
                    filled.dwellings.subList(0, 2).stream().map(DwellingId::new).toList();
            var done = drawing.edit(administrator, key, "按居民意愿调整", new Edit.Move(homes, to));
            assertThat(done.dwellings()).isEqualTo(2);
            assertThat(done.people()).isEqualTo(6);
            assertThat(divisionOf("registry.dwelling", filled.dwellings.get(2))).isEqualTo(cell.value());
        });
    }

    @Test
    void tellsBeforehandWhatWouldMoveAndLeavesItAsItWas() {
        var told = preview.of(administrator, "先看看", throughTheMiddle());
        assertThat(told.kept()).containsExactly(cell);
        assertThat(told.created()).hasSize(1);
        assertThat(areas.division(told.created().getFirst())).isEmpty();
        assertThat(jdbc.sql("select count(*) from grid.edit where reason = '先看看'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThatThrownBy(() -> preview.of(worker, "先看看", throughTheMiddle())).isInstanceOf(Refusal.class);
    }

    @Test
    void makesAnEditOnceHoweverOftenItIsSent() {
        undone(key -> assertThat(split(key)).isEqualTo(split(key)));
    }

    @Test
    void changesNothingWhenOneOfThemRefuses() {
        var far = areas.within(COMMUNITY).getLast().code();
        assertThatThrownBy(() -> drawing.edit(
                        administrator, UUID.randomUUID().toString(), "试合并", new Edit.Merge(cell, List.of(far))))
                .isInstanceOf(Refusal.class);
        assertThat(areas.division(far)).isPresent();
        assertThatThrownBy(() -> drawing.edit(
                        administrator,
                        UUID.randomUUID().toString(),
                        " ",
                        new Edit.Split(cell, List.of(middle, middle))))
                .satisfies(refused -> assertThat(((Refusal) refused).reason()).isEqualTo(GridReason.REASON_MISSING));
        assertThatThrownBy(() -> drawing.edit(
                        worker, UUID.randomUUID().toString(), "试拆分", new Edit.Split(cell, List.of(middle, middle))))
                .satisfies(refused -> assertThat(((Refusal) refused).reason()).isEqualTo(AccessReason.NOT_PERMITTED));
    }

    private void undone(Consumer<String> what) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            what.accept(UUID.randomUUID().toString());
        });
    }

    private Done split(String key) {
        return drawing.edit(administrator, key, "户数超过 500 户", throughTheMiddle());
    }

    private Edit throughTheMiddle() {
        var line = List.of(new Point(middle.lon(), middle.lat() - 0.2), new Point(middle.lon(), middle.lat() + 0.2));
        return new Edit.Split(cell, line);
    }

    private Point at(double east) {
        return new Point(middle.lon() + east, middle.lat());
    }

    private void place(FilledCell filled, int number, double east) {
        jdbc.sql("""
                        update registry.dwelling
                           set lon = :lon, lat = :lat, revision = revision + 1, changed_at = now(), change_id = uuidv7()
                         where id = :id
                        """)
                .param("id", filled.dwellings.get(number))
                .param("lon", at(east).lon())
                .param("lat", at(east).lat())
                .update();
    }

    private UUID event(double east) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into grid.event
                          (id, request_key, case_id, procedure_version, number, cell, category, level, source, lon, lat,
                           reporter_account, reporter_posting, reporter, reported_at, sampled, rank, state, turn, unit, revision)
                        values (:id, :key, :id, 1, :key, :cell, '0302', 'GENERAL', 'PHONE', :lon, :lat, :id, :id, '王娟', now(),
                                false, 'COMMUNITY', 'REPORTED', 'COMMITTEE', 'CO-150203001025', 1)
                        """)
                .param("id", id)
                .param("key", id.toString())
                .param("cell", cell.value())
                .param("lon", at(east).lon())
                .param("lat", at(east).lat())
                .update();
        return id;
    }

    private void staff(DivisionCode of) {
        jdbc.sql("""
                        insert into grid.member
                          (id, request_key, account_id, posting_id, name, role, cell, tier, duty, chief, from_day, added_at,
                           added_by, added_by_name)
                        values (:id, :key, :account, :posting, '王娟', 'grid-worker', :cell, 2, 'WORKER', true, :day, now(), :id, '')
                        """)
                .param("id", UUID.randomUUID())
                .param("key", UUID.randomUUID().toString())
                .param("account", worker.account().value())
                .param("posting", worker.posting().value())
                .param("cell", of.value())
                .param("day", LocalDate.now(clock).minusDays(30))
                .update();
    }

    private List<UUID> teamOf(DivisionCode of) {
        return jdbc.sql("select account_id from grid.member where cell = :cell and (to_day is null or to_day >= :day)")
                .param("cell", of.value())
                .param("day", LocalDate.now(clock))
                .query(UUID.class)
                .list();
    }

    private String divisionOf(String table, UUID id) {
        return jdbc.sql("select division from " + table + " where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private String cellOf(UUID event) {
        return jdbc.sql("select cell from grid.event where id = :id")
                .param("id", event)
                .query(String.class)
                .single();
    }

    private String logged(UUID event, DivisionCode in) {
        return jdbc.sql("select op::text from sync.change where etype = 'event' and eid = :id and scope = :scope")
                .param("id", event)
                .param("scope", "grid:" + in)
                .query(String.class)
                .single();
    }

    private Acting posting(String role, String unit, DivisionCode area) {
        return StoredPosting.of(
                jdbc,
                seal,
                role,
                UnitCode.of(unit),
                area,
                role.equals("grid-admin") ? GridWords.DRAW_CELLS : GridWords.READ_TEAMS,
                People.WRITE,
                "registry.dwelling.write");
    }
}
