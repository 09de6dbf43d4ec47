package org.linli.registry.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.access.Acting;
import org.linli.area.GridCells;
import org.linli.area.GridCells.Draughtsman;
import org.linli.registry.Because;
import org.linli.registry.CellMoves;
import org.linli.registry.ChangeSource;
import org.linli.registry.DwellingId;
import org.linli.registry.People;
import org.linli.registry.RegistryReason;
import org.linli.registry.bulk.BulkLoad;
import org.linli.registry.dwelling.Dwellings;
import org.linli.registry.testing.ChangeLog;
import org.linli.registry.testing.FilledCell;
import org.linli.shared.DivisionCode;
import org.linli.shared.Point;
import org.linli.shared.Refusal;
import org.linli.testing.Actings;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@LinliTest
class CellMovesTests {

    private static final DivisionCode FROM = DivisionCode.of("150203001015005");
    private static final DivisionCode TO = DivisionCode.of("150203001015006");
    private static final Because REDRAWN = Because.of(ChangeSource.DESK, "网格调整");
    private static final int HOUSEHOLDS = 400;

    @Autowired
    CellMoves moves;

    @Autowired
    GridCells drawing;

    @Autowired
    BulkLoad bulk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final Acting administrator = Actings.with(
            "grid-admin", Actings.SHAOXIANLU_STATION, DivisionCode.of("150203"), People.WRITE, Dwellings.WRITE);
    private List<UUID> dwellings = List.of();
    private List<UUID> households = List.of();
    private List<UUID> people = List.of();
    private ChangeLog log;

    /** A cell of its usual size: 400 households, three people each. */
    @BeforeEach
    void aCellIsFull() {
        log = new ChangeLog(jdbc);
        var filled = new FilledCell(bulk, FROM, HOUSEHOLDS);
        dwellings = filled.dwellings;
        households = filled.households;
        people = filled.people;
    }

    @Test
    void movesAWholeCellInOneTransactionAndTellsBothPhones() {
        log.equalsTheBase();
        var before = log.versions();
        var moved = transaction.execute(status -> moves.moveAll(administrator, FROM, TO, REDRAWN));
        assertThat(moved.dwellings()).isGreaterThanOrEqualTo(HOUSEHOLDS);
        assertThat(moved.people()).isGreaterThanOrEqualTo(3 * HOUSEHOLDS);
        for (var id : List.of(dwellings.getFirst(), households.getFirst(), people.getLast())) {
            assertThat(log.scopesOf(id)).containsExactly("grid:" + TO);
            assertThat(log.forgottenIn(id)).containsExactly("grid:" + FROM);
        }
        var after = log.versions();
        people.forEach(id -> assertThat(after.get(id)).isGreaterThan(before.get(id)));
        assertThat(jdbc.sql("select count(*) from registry.person where division = :from and voided_at is null")
                        .param("from", FROM.value())
                        .query(Long.class)
                        .single())
                .isZero();
        log.equalsTheBase();
    }

    @Test
    void movesSingleDwellingsWithEverybodyInThem() {
        var some = dwellings.subList(0, 10).stream().map(DwellingId::new).toList();
        var moved = moves.move(administrator, some, TO, REDRAWN);
        assertThat(moved).isEqualTo(new CellMoves.Moved(10, 10, 30));
        assertThat(log.scopesOf(people.get(29))).containsExactly("grid:" + TO);
        assertThat(log.scopesOf(people.get(30))).containsExactly("grid:" + FROM);
        assertThat(moves.move(administrator, some, TO, REDRAWN)).isEqualTo(new CellMoves.Moved(0, 0, 0));
        log.equalsTheBase();
        assertThat(jdbc.sql("select count(*) from registry.person_history where id = :id and division = :from")
                        .param("id", people.getFirst())
                        .param("from", FROM.value())
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void leavesThoseWhoLiveElsewhereAndAreOnlyRegisteredThere() {
        jdbc.sql("""
                update registry.residence set kind = 'LIVING_ELSEWHERE', revision = revision + 1, change_id = uuidv7()
                 where person_id = :person""").param("person", people.getFirst()).update();
        jdbc.sql("""
                insert into registry.residence (id, person_id, dwelling_id, kind, changed_at, change_id)
                values (uuidv7(), :person, :dwelling, 'RENTAL', now(), uuidv7())""")
                .param("person", people.getFirst())
                .param("dwelling", dwellings.get(1))
                .update();
        var moved = moves.move(administrator, List.of(new DwellingId(dwellings.getFirst())), TO, REDRAWN);
        assertThat(moved).isEqualTo(new CellMoves.Moved(1, 1, 2));
        assertThat(log.scopesOf(people.getFirst())).containsExactly("grid:" + FROM);
    }

    @Test
    void putsDwellingsWhereTheirPositionsLieAfterACellWasCut() {
        var outline = jdbc.sql("select centre_lon, centre_lat from area.grid_cell where code = :code")
                .param("code", FROM.value())
                .query((row, number) -> new Point(row.getDouble(1), row.getDouble(2)))
                .single();
        jdbc.sql("""
                update registry.dwelling set lon = :lon, lat = :lat + case when right(room, 1) = '1' then 0.0001 else -0.0001 end,
                       revision = revision + 1, change_id = uuidv7()
                 where division = :cell""")
                .param("lon", outline.lon())
                .param("lat", outline.lat())
                .param("cell", FROM.value())
                .update();
        transaction.executeWithoutResult(status -> {
            var drawn = drawing.cut(
                    new Draughtsman(administrator.posting().value(), administrator.name(), "户数过多"),
                    FROM,
                    List.of(
                            new Point(outline.lon() - 0.5, outline.lat()),
                            new Point(outline.lon() + 0.5, outline.lat())));
            var fresh = drawn.created().getFirst();
            var moved = moves.followOutlines(administrator, Set.of(FROM), REDRAWN);
            assertThat(moved.dwellings()).isPositive();
            var there = jdbc.sql("select count(*) from registry.dwelling where division = :cell and voided_at is null")
                    .param("cell", fresh.value())
                    .query(Integer.class)
                    .single();
            assertThat(there).isEqualTo(moved.dwellings());
            assertThat(moves.followOutlines(administrator, Set.of(FROM, fresh), REDRAWN))
                    .isEqualTo(new CellMoves.Moved(0, 0, 0));
            status.setRollbackOnly();
        });
    }

    @Test
    void refusesOtherCommunitiesAndWhatIsNoCell() {
        var one = List.of(new DwellingId(dwellings.getFirst()));
        assertThatThrownBy(() -> moves.move(administrator, one, DivisionCode.of("150203001016001"), REDRAWN))
                .satisfies(thrown -> is(thrown, RegistryReason.OUTSIDE_COMMUNITY));
        assertThatThrownBy(() -> moves.move(administrator, one, DivisionCode.of("150203001015"), REDRAWN))
                .satisfies(thrown -> is(thrown, RegistryReason.NO_GRID_CELL));
        assertThatThrownBy(() -> moves.move(administrator, List.of(DwellingId.next()), TO, REDRAWN))
                .satisfies(thrown -> is(thrown, RegistryReason.UNKNOWN_DWELLING));
        assertThatThrownBy(() -> moves.move(administrator, one, DivisionCode.of("150203001015899"), REDRAWN))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> moves.moveAll(
                        Actings.clerk(Dwellings.WRITE, People.WRITE), DivisionCode.of("150203001016001"), TO, REDRAWN))
                .isInstanceOf(Refusal.class);
        assertThat(log.scopesOf(dwellings.getFirst())).containsExactly("grid:" + FROM);
    }

    private static void is(Throwable thrown, RegistryReason reason) {
        assertThat(((Refusal) thrown).reason()).isEqualTo(reason);
    }
}
