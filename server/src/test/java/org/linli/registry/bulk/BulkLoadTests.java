package org.linli.registry.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.registry.change.Change;
import org.linli.registry.sealing.Seals;
import org.linli.shared.IdDocument;
import org.linli.shared.Ids;
import org.linli.shared.Point;
import org.linli.shared.Sex;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@LinliTest
class BulkLoadTests {

    private static final String CELL = "150203001015001";
    private static final String NUMBER = "15980119510416002X";

    @Autowired
    private BulkLoad bulk;

    @Autowired
    private Seals seals;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    private final Change change = new Change(Ids.next(), Instant.parse("2026-03-02T01:00:00.123456Z"));
    private final UUID compound = Ids.next();
    private final UUID dwelling = Ids.next();
    private final UUID person = Ids.next();
    private final UUID household = Ids.next();

    @Test
    void writesWhatWasAddedAndWhatIsDerivedFromIt() {
        var batch = bulk.batch(change);
        batch.add(new Entry.Compound(
                compound, CELL.substring(0, 12), "批装二十一号街坊", List.of("老楼", "21街"), new Point(109.8, 40.6)));
        batch.add(new Entry.Dwelling(dwelling, compound, "14", "3", 2, "201", CELL, null, "OWNER_OCCUPIED", 12_064.56));
        batch.add(person("曾秀英"));
        batch.add(new Entry.Document(
                Ids.next(), person, passport("EO" + digits()), "CHN", null, LocalDate.of(2030, 2, 28)));
        batch.add(new Entry.Phone(Ids.next(), person, "15412345678", false));
        batch.add(new Entry.Household(household, null, "FAMILY", person, dwelling, CELL));
        batch.add(new Entry.Member(Ids.next(), household, person, "02", LocalDate.of(1999, 12, 31)));
        batch.add(
                new Entry.Residence(Ids.next(), person, dwelling, "FLOATING", "06", LocalDate.of(1999, 12, 31), null));
        batch.add(new Entry.Organisation(
                Ids.next(), null, "批装商店", "OTHER", null, "15487654321", null, CELL, null, null, null));
        batch.add(new Entry.Place(Ids.next(), "PARK", "批装公园", null, null, null, null, CELL, new Point(109.9, 40.7)));
        assertThat(batch.people()).isEqualTo(1);

        bulk.write(batch);

        assertThat(row("compound", "id", compound))
                .containsEntry("name_key", "批装21")
                .containsEntry("lon", 109.8);
        assertThat(jdbc.sql("select other_names[2] from registry.compound where id = :id")
                        .param("id", compound)
                        .query(String.class)
                        .single())
                .isEqualTo("21街");
        assertThat(row("dwelling", "id", dwelling))
                .containsEntry("number_key", "14-3-201")
                .extractingByKey("square_metres")
                .hasToString("12064.56");
        assertThat(row("person", "id", person))
                .containsEntry("pinyin", "zeng xiu ying")
                .containsEntry("birth_date", java.sql.Date.valueOf("1951-04-16"))
                .containsEntry("revision", 1)
                .containsEntry("change_id", change.id())
                .containsEntry("changed_at", java.sql.Timestamp.from(change.at()));
        assertThat(seals.openAddress((String) row("person", "id", person).get("registered_address_sealed")))
                .isEqualTo("批装21号街坊14栋");
        assertThat(jdbc.sql("select key from registry.lookup where person_id = :id order by key")
                        .param("id", person)
                        .query(String.class)
                        .list())
                .contains("zxy", "zengxiuying", "曾秀英", "秀英");
        assertThat(row("document", "person_id", person)).containsEntry("number_scope", "PASSPORT.CHN");
        assertThat(seals.openPhone((String) row("phone", "person_id", person).get("number_sealed")))
                .isEqualTo("15412345678");
        assertThat((byte[]) row("phone", "person_id", person).get("number_index"))
                .isEqualTo(seals.phoneIndex("15412345678"));
        assertThat(row("residence", "person_id", person))
                .containsEntry("from_date", java.sql.Date.valueOf("1999-12-31"));
    }

    @Test
    void leavesNothingOfABatchThatContradictsTheBase() {
        var number = IdDocument.Kind.RESIDENT_ID;
        var other = Ids.next();
        var batch = bulk.batch(change);
        batch.add(person("甲"));
        batch.add(new Entry.Document(Ids.next(), person, new IdDocument(number, NUMBER), null, null, null));
        batch.add(new Entry.Document(Ids.next(), other, new IdDocument(number, NUMBER), null, null, null));
        assertThatThrownBy(() -> bulk.write(batch)).isInstanceOf(DataIntegrityViolationException.class);
        assertThat(jdbc.sql("select count(*) from registry.person where id = :id")
                        .param("id", person)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void refusesARowThatNamesNobody() {
        var batch = bulk.batch(change);
        batch.add(new Entry.Phone(Ids.next(), Ids.next(), "15412345678", true));
        assertThatThrownBy(() -> bulk.write(batch)).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void leavesTheRestOfTheTransactionWatched() {
        var batch = bulk.batch(change);
        batch.add(person("乙"));
        assertThatThrownBy(() -> transactions.executeWithoutResult(state -> {
                    bulk.write(batch);
                    jdbc.sql("delete from registry.person where id = :id")
                            .param("id", person)
                            .update();
                }))
                .hasMessageContaining("never deleted");
    }

    private Entry.Person person(String name) {
        return new Entry.Person(
                person,
                name,
                null,
                Sex.FEMALE,
                LocalDate.of(1951, 4, 16),
                "20",
                "70",
                null,
                null,
                "150203",
                new Entry.Registered("150203", "批装21号街坊14栋"),
                CELL);
    }

    private static IdDocument passport(String number) {
        return new IdDocument(IdDocument.Kind.PASSPORT, number);
    }

    private static String digits() {
        return Long.toString(Ids.next().getLeastSignificantBits() & 0xFFFFFFF);
    }

    private Map<String, Object> row(String table, String column, UUID id) {
        return jdbc.sql("select * from registry." + table + " where " + column + " = :id")
                .param("id", id)
                .query()
                .singleRow();
    }
}
