package org.linli.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.linli.access.Acting;
import org.linli.access.sealing.SealedTable;
import org.linli.area.UnitCode;
import org.linli.casework.ActOnCase;
import org.linli.casework.CaseId;
import org.linli.casework.Cases;
import org.linli.shared.Command;
import org.linli.shared.DemoData;
import org.linli.shared.DivisionCode;
import org.linli.testing.LinliTest;
import org.linli.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * Keys are rotated under the demo district with a row of every kind: first interrupted, then to the end, then the old keys
 * are taken away, and everything still reads and is still found.
 */
@LinliTest
@TestPropertySource(properties = "linli.demo=SMALL")
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeyRotationTests {

    private static final SignedIn CLERK = SignedIn.as("clerk");
    private static final SignedIn AUDITOR =
            SignedIn.as("audit-admin", UnitCode.of("DG-150203"), DivisionCode.of("150203"));

    @Autowired
    List<DemoData> demo;

    @Autowired
    List<SealedTable> tables;

    @Autowired
    List<Command> commands;

    @Autowired
    KeyRotation rotation;

    @Autowired
    Keystore keystore;

    @Autowired
    FieldCipher cipher;

    @Autowired
    BlindIndex index;

    @Autowired
    DisclosureLedger ledger;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    @Qualifier("closeHallDays")
    RecurringTask<Void> closeDays;

    @Value("${linli.data}")
    Path data;

    private Keystore anotherProcess;
    private Map<String, String> plain = Map.of();
    private String number = "";
    private String phone = "";
    private String checkCode = "";

    @BeforeAll
    void aDistrictWithARowOfEveryKind() {
        demo.stream().sorted(Comparator.comparingInt(DemoData::order)).forEach(part -> part.load(DemoData.Size.SMALL));
        new RowsOfEveryKind(jdbc, cipher, index).add();
        var open = jdbc.sql("select id, revision from casework.case_file where ended_at is null limit 1")
                .query((row, n) -> Map.entry(new CaseId(row.getObject(1, java.util.UUID.class)), row.getInt(2)))
                .single();
        cases.act(
                Acting.system("test"),
                new ActOnCase(
                        open.getKey(),
                        open.getValue(),
                        "note",
                        "电话问过",
                        Map.of("actingFor", "斯琴高娃"),
                        "rotation-remark"));
        anotherProcess = Keystore.open(data.resolve("keystore.p12"), false);
        plain = opened(cipher);
        var errand = jdbc.sql("""
                        select e.id::text from counter.errand e join counter.held h on h.errand_id = e.id
                         where e.station = 'ST-150203001' limit 1
                        """).query(String.class).single();
        number = plain.getOrDefault("counter.errand.document_sealed " + errand, "");
        phone = plain.getOrDefault("counter.errand.phone_sealed " + errand, "");
        checkCode = jdbc.sql("select check_code from counter.paper limit 1")
                .query(String.class)
                .single();
        ledger.note(
                Acting.system("test"), ledger.subjectOf(number), java.util.Set.of("name"), "rotation", "test:rotation");
    }

    @Test
    @Order(1)
    void hasARowOfEveryKind() {
        for (var table : tables) {
            for (var column : columns(table)) {
                assertThat(jdbc.sql("select count(%s) from %s".formatted(column, table.table()))
                                .query(Long.class)
                                .single())
                        .as("%s of %s", column, table.table())
                        .isPositive();
            }
        }
    }

    @Test
    @Order(2)
    void findsWhatIsUnderTheOldKeyWhileTheNewOneIsInUse() {
        keystore.addNext(Keystore.FIELD, Keystore.INDEX);
        assertThat(cipher.seal("test.name", "张伟")).startsWith("k2.");
        everythingReadsAndIsFound();
    }

    @Test
    @Order(3)
    void goesOnWhereItWasInterrupted() {
        jdbc.sql("""
                create function counter.fail() returns trigger language plpgsql as $$
                begin raise exception 'the power is gone'; end $$
                """).update();
        jdbc.sql("create trigger fail before update on counter.paper_file for each row execute function counter.fail()")
                .update();
        assertThatThrownBy(rotation::run).hasMessageContaining("the power is gone");
        assertThat(rotation.left()).containsKey("counter.paper_file");
        everythingReadsAndIsFound();
        jdbc.sql("drop trigger fail on counter.paper_file").update();

        var outcome = rotation.run().orElseThrow();

        assertThat(outcome.resumed()).isTrue();
        assertThat(outcome.rotation().fieldKey()).isEqualTo("field-2");
        assertThat(outcome.left()).containsOnlyKeys("counter.visit");
        everythingReadsAndIsFound();
    }

    @Test
    @Order(4)
    void keepsOldKeysWhileTodaysVisitorsAreUnderThem() {
        assertThat(command("keys-retire")).isEqualTo(1);
        assertThat(keystore.holds("index-1")).isTrue();
    }

    @Test
    @Order(5)
    void letsOldKeysGoWhenNothingIsUnderThem() {
        jdbc.sql("update counter.visit set day = day - 400").update();
        closeDays.execute(null, null);
        assertThat(rotation.left()).isEmpty();

        assertThat(command("keys-retire")).isZero();

        var fresh = Keystore.open(data.resolve("keystore.p12"), false);
        assertThat(fresh.holds("field-1")).isFalse();
        assertThat(fresh.holds("index-1")).isFalse();
        assertThat(fresh.holds("field-2")).isTrue();
        assertThat(Files.exists(data.resolve("keystore.p12.field-1"))).isTrue();
        assertThat(opened(new Sm4FieldCipher(fresh))).containsAllEntriesOf(plain);
        everythingReadsAndIsFound();
    }

    @Test
    @Order(6)
    void rotatesAsOftenAsOneLikes() {
        assertThat(command("keys-rotate")).isZero();
        assertThat(keystore.newestName(Keystore.FIELD)).isEqualTo("field-3");
        assertThat(rotation.left()).isEmpty();
        everythingReadsAndIsFound();
    }

    @Test
    @Order(7)
    void isNoticedByProcessesThatRunMeanwhile() {
        assertThat(new Sm4FieldCipher(anotherProcess).seal("test.name", "张伟")).startsWith("k3.");
        assertThat(new Sm3BlindIndex(anotherProcess).of("phone", phone)).isEqualTo(index.of("phone", phone));
    }

    @Test
    @Order(8)
    void leavesNoSealedValueWhereNobodyLooksForIt() {
        var listed = new ArrayList<String>();
        tables.forEach(table -> table.sealed().forEach(column -> listed.add(table.table() + "." + column.column())));
        var holding = new ArrayList<String>();
        var texts = jdbc.sql("""
                        select c.table_schema || '.' || c.table_name as table, c.column_name as column
                          from information_schema.columns c
                          join information_schema.tables t using (table_schema, table_name)
                         where c.data_type in ('text', 'character varying', 'json', 'jsonb') and t.table_type = 'BASE TABLE'
                           and c.table_schema not in ('pg_catalog', 'information_schema')
                        """)
                .query((row, n) -> Map.entry(row.getString("table"), row.getString("column")))
                .list();
        for (var text : texts) {
            var found = jdbc.sql("select exists (select from %s where %s::text ~ 'k[0-9]+\\.[A-Za-z0-9_-]{38,}')"
                            .formatted(text.getKey(), text.getValue()))
                    .query(Boolean.class)
                    .single();
            if (found) {
                holding.add(text.getKey() + "." + text.getValue());
            }
        }
        assertThat(holding).containsExactlyInAnyOrderElementsOf(listed);
    }

    @Test
    @Order(9)
    void isToldApartFromTampering(CapturedOutput output) {
        assertThat(command("audit-verify")).isZero();
        var altered = jdbc.sql("select entry_id from access.audit_link where sequence = 7")
                .query(String.class)
                .single();
        var removed = jdbc.sql("select entry_id from access.audit_link where sequence = 9")
                .query(String.class)
                .single();
        jdbc.sql("alter table access.audit disable trigger audit_written_once").update();
        jdbc.sql("update access.audit set object = 'errand:forged' where id = :id::uuid")
                .param("id", altered)
                .update();
        jdbc.sql("delete from access.audit where id = :id::uuid")
                .param("id", removed)
                .update();

        assertThat(command("audit-verify")).isEqualTo(1);
        assertThat(output)
                .contains("row 7: ALTERED (" + altered + ")", "row 9: REMOVED (" + removed + ")", "2 findings");
    }

    private void everythingReadsAndIsFound() {
        assertThat(opened(cipher)).containsAllEntriesOf(plain);
        assertThat(search(number)).bodyText().contains("caseNumber");
        assertThat(search(phone)).bodyText().contains("caseNumber");
        assertThat(mvc.get().uri("/api/public/papers/" + checkCode)).bodyText().contains("\"genuine\"");
        assertThat(held()).isPositive();
        assertThat(mvc.post()
                        .uri("/api/privacy/disclosures/search")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"idNumber\": \"%s\"}".formatted(number))
                        .with(AUDITOR))
                .bodyText()
                .contains("test:rotation");
        assertThat(command("audit-verify")).isZero();
    }

    private MvcTestResult search(String text) {
        return mvc.post()
                .uri("/api/counter/errands/search")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"text\": \"%s\"}".formatted(text))
                .with(CLERK)
                .exchange();
    }

    private long held() {
        return jdbc.sql("select count(*) from counter.held where person_index in (:person)")
                .param("person", index.every("id-number", number))
                .query(Long.class)
                .single();
    }

    private int command(String name) {
        return commands.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow()
                .run();
    }

    private static List<String> columns(SealedTable table) {
        var columns = new ArrayList<String>();
        table.sealed().forEach(column -> columns.add(column.column()));
        table.indexed().forEach(column -> columns.add(column.column()));
        return columns;
    }

    private Map<String, String> opened(FieldCipher opener) {
        var opened = new TreeMap<String, String>();
        for (var table : tables) {
            for (var column : table.sealed()) {
                values(table, column).forEach((key, value) -> opened.put(key, opener.open(column.context(), value)));
            }
        }
        return opened;
    }

    /** Sealed values of a column by column and primary key. */
    private Map<String, String> values(SealedTable table, SealedTable.Sealed column) {
        var keys = table.keys().stream().map(key -> key.column() + "::text").toList();
        var values = new TreeMap<String, String>();
        jdbc.sql("select concat_ws(' ', %s) as key, %s as sealed from %s where %s is not null"
                        .formatted(String.join(", ", keys), column.column(), table.table(), column.column()))
                .query(row -> {
                    values.put(
                            table.table() + "." + column.column() + " " + row.getString("key"),
                            row.getString("sealed"));
                });
        return values;
    }
}
