package org.linli.registry.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.access.Acting;
import org.linli.area.UnitCode;
import org.linli.registry.sealing.Seals;
import org.linli.registry.sheet.SheetFormat;
import org.linli.registry.sheet.SheetKind;
import org.linli.registry.testing.ChangeLog;
import org.linli.shared.Refusal;
import org.linli.testing.Actings;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sheets of people on their way into the base. */
@LinliTest
class ImportTests {

    private static final Charset GB18030 = Charset.forName("GB18030");

    @Autowired
    Imports imports;

    @Autowired
    ImportWork work;

    @Autowired
    ImportRows rows;

    @Autowired
    Checking checking;

    @Autowired
    Applying applying;

    @Autowired
    ImportQueries queries;

    @Autowired
    ImportViews views;

    @Autowired
    Seals seals;

    @Autowired
    JdbcClient jdbc;

    private final Acting clerk = Actings.with(
            "committee-clerk",
            UnitCode.of("T-" + ThreadLocalRandom.current().nextInt(1_000_000)),
            Actings.SHAOXIANLU,
            Imports.RUN);

    @ParameterizedTest
    @EnumSource(SheetFormat.class)
    void reportsExactlyTheFaultsThatWerePlantedAndImportsTheRest(SheetFormat format) {
        var sheet = new PeopleSheet(10_000, mark());
        var planted = plant(sheet, format);
        assertThat(planted).hasSize(37);
        var id = checked(sheet, format, bytes(sheet, format));

        assertThat(faults(id)).containsExactlyInAnyOrderEntriesOf(planted);
        var report = rows.find(id).orElseThrow();
        assertThat(report.faultyRows()).isEqualTo(37);
        assertThat(report.goodRows()).isEqualTo(9_963);
        assertThatThrownBy(() -> imports.apply(clerk, id, false)).isInstanceOf(Refusal.class);

        applied(id);
        assertThat(outcome(id)).containsEntry("people-new", 9_963).containsEntry("households-new", 3_334);
        assertThat(peopleOf(id)).isEqualTo(9_963);
        work.clear();
        assertThat(staged(id)).isZero();
    }

    @Test
    void changesOnlyWhatDiffersAndRemembersWhatWas() {
        var sheet = new PeopleSheet(30, mark());
        applied(checked(sheet, SheetFormat.CSV, sheet.csv(GB18030)));
        var again = checked(sheet, SheetFormat.XLSX, sheet.xlsx());
        assertThat(rows.find(again).orElseThrow().knownRows()).isEqualTo(30);
        applied(again);
        assertThat(outcome(again).values()).containsOnly(0);

        sheet.set(4, "姓名", "王改名");
        sheet.set(8, "室", "909");
        sheet.set(5, "与户主关系", "长女");
        sheet.set(7, "联系方式", "13800138000");
        var changed = checked(sheet, SheetFormat.CSV, sheet.csv(StandardCharsets.UTF_8));
        applied(changed);
        assertThat(outcome(changed))
                .containsEntry("people-changed", 1)
                .containsEntry("dwellings-new", 1)
                .containsEntry("stays-ended", 1)
                .containsEntry("stays-begun", 1);
        var person = person(sheet.get(4, "公民身份号码"));
        assertThat(texts("select name from registry.person_history where id = :id", person))
                .hasSize(1);
        assertThat(texts("select key from registry.lookup where person_id = :id", person))
                .contains("王改名", "wgm");
        assertThat(texts(
                        "select preferred::text from registry.phone where person_id = :id order by id",
                        person(sheet.get(7, "公民身份号码"))))
                .containsExactly("false", "true");
        assertThat(texts(
                        "select relation from registry.household_member where person_id = :id",
                        person(sheet.get(5, "公民身份号码"))))
                .containsExactly("32");
    }

    /** New people, changed ones and those who moved, all in cells that phones hold. */
    @Test
    void tellsThePhonesOfItsCellsWhatItWrote() {
        var log = new ChangeLog(jdbc);
        var sheet = new PeopleSheet(60, mark());
        for (var n = 0; n < 60; n++) {
            sheet.set(n, "网格", "15020300101800" + (1 + n / 30));
        }
        applied(checked(sheet, SheetFormat.CSV, sheet.csv(GB18030)));
        log.equalsTheBase();
        var person = person(sheet.get(3, "公民身份号码"));
        assertThat(log.scopesOf(person)).containsExactly("grid:150203001018001");

        var before = log.versions();
        applied(checked(sheet, SheetFormat.CSV, sheet.csv(GB18030)));
        assertThat(log.versions()).as("nothing changed, nothing told").isEqualTo(before);

        sheet.set(3, "联系方式", "13800138001");
        for (var n = 30; n < 33; n++) {
            sheet.set(n, "室", "909");
            sheet.set(n, "网格", "150203001018003");
        }
        applied(checked(sheet, SheetFormat.CSV, sheet.csv(GB18030)));
        log.equalsTheBase();
        assertThat(log.versionOf(person)).isGreaterThan(before.get(person));
        var moved = person(sheet.get(31, "公民身份号码"));
        assertThat(log.scopesOf(moved)).containsExactly("grid:150203001018003");
        assertThat(log.forgottenIn(moved)).containsExactly("grid:150203001018002");
    }

    @Test
    void goesOnWithACheckThatWasInterrupted() {
        for (var format : SheetFormat.values()) {
            var sheet = new PeopleSheet(12_000, mark());
            sheet.set(11_000, "性别", "无");
            var id = mapped(sheet, format, bytes(sheet, format));
            imports.check(clerk, id, rows.find(id).orElseThrow().columns());
            var first = UUID.randomUUID();
            claim(id, first);
            checking.run(rows.find(id).orElseThrow(), first, stopAfter(2));
            var interrupted = rows.find(id).orElseThrow();
            assertThat(interrupted.state()).isEqualTo(ImportState.CHECKING);
            assertThat(interrupted.rowsRead()).isEqualTo(5_000);
            assertThat(views.view(interrupted).percent()).as(format.name()).isBetween(39, 43);
            assertThat(staged(id)).isEqualTo(5_000);

            var second = UUID.randomUUID();
            claim(id, second);
            checking.run(interrupted, first, () -> true);
            assertThat(rows.find(id).orElseThrow().rowsRead())
                    .as("a process whose claim was taken over stops")
                    .isEqualTo(5_000);
            checking.run(interrupted, second, () -> true);
            assertThat(rows.find(id).orElseThrow().state()).isEqualTo(ImportState.CHECKED);
            assertThat(staged(id)).isEqualTo(12_000);
            assertThat(faults(id)).containsOnlyKeys(PeopleSheet.line(11_000) + " registry.import.fault.unknown-code");
        }
    }

    @Test
    void leavesNothingOfAWritingThatEndsBeforeItsEnd() {
        var sheet = new PeopleSheet(60, mark());
        var id = checked(sheet, SheetFormat.CSV, sheet.csv(GB18030));
        imports.apply(clerk, id, false);
        var claimer = UUID.randomUUID();
        var before = wholeBase();
        var steps = rows.find(id).orElseThrow().steps();
        for (var step = 1; step <= steps; step++) {
            claim(id, claimer);
            applying.run(rows.find(id).orElseThrow(), claimer, stopAfter(step));
            assertThat(wholeBase()).as("stopped at step %d", step).isEqualTo(before);
            assertThat(rows.find(id).orElseThrow().state()).isEqualTo(ImportState.APPLYING);
        }
        claim(id, claimer);
        applying.run(rows.find(id).orElseThrow(), claimer, () -> true);
        assertThat(peopleOf(id)).isEqualTo(60);
    }

    @Test
    void leavesNothingOfAWritingThatIsCancelled() {
        var sheet = new PeopleSheet(60, mark());
        var id = checked(sheet, SheetFormat.CSV, sheet.csv(GB18030));
        imports.apply(clerk, id, false);
        var claimer = UUID.randomUUID();
        claim(id, claimer);
        var before = wholeBase();
        var calls = new AtomicInteger();
        applying.run(rows.find(id).orElseThrow(), claimer, () -> {
            if (calls.incrementAndGet() == 9) {
                var other = new Thread(() -> imports.cancel(clerk, id));
                other.start();
                join(other);
            }
            return true;
        });
        assertThat(wholeBase()).isEqualTo(before);
        assertThat(rows.find(id).orElseThrow().state()).isEqualTo(ImportState.CANCELLED);
    }

    @Test
    void isHarmedByNoFileThatIsCutOffAnywhere() {
        var sheet = new PeopleSheet(9, mark());
        var before = wholeBase();
        for (var format : SheetFormat.values()) {
            var whole = bytes(sheet, format);
            for (var length = 1; length < whole.length; length += whole.length / 25) {
                var cut = Arrays.copyOf(whole, length);
                var id = received(format, cut);
                if (rows.find(id).orElseThrow().state() == ImportState.MAPPING) {
                    checkIfPossible(id);
                }
                var state = rows.find(id).orElseThrow();
                assertThat(state.state())
                        .as("cut at %d", length)
                        .isIn(ImportState.REFUSED, ImportState.MAPPING, ImportState.CHECKED);
                assertThat(state.goodRows()).isLessThanOrEqualTo(9);
            }
        }
        assertThat(wholeBase()).isEqualTo(before);
    }

    @Test
    void goesOnWithAnUploadThatWasInterruptedAndBeginsNothingBeforeItIsWhole() {
        var sheet = new PeopleSheet(9, mark());
        var bytes = sheet.csv(GB18030);
        var id = imports.begin(clerk, SheetKind.PEOPLE, "人口.csv", bytes.length).id();
        imports.receive(clerk, id, 0, Arrays.copyOf(bytes, 100));
        assertThatThrownBy(() -> imports.receive(clerk, id, 50, new byte[10])).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> imports.check(clerk, id, List.of())).isInstanceOf(Refusal.class);
        var rest = imports.receive(clerk, id, 100, Arrays.copyOfRange(bytes, 100, bytes.length));
        assertThat(rest.state()).isEqualTo(ImportState.MAPPING);
        assertThat(rest.fields()).contains("NAME", "DOCUMENT_NUMBER").hasSize(PeopleSheet.HEADERS.size());
        assertThat(rest.fields().get(PeopleSheet.HEADERS.indexOf("民族"))).isEmpty();
    }

    @Test
    void remembersHowAUnitNamedItsColumns() {
        var bytes = "称呼,号码\n王芳,15020319880808123X\n".getBytes(StandardCharsets.UTF_8);
        var first = received(SheetFormat.CSV, bytes);
        assertThat(rows.find(first).orElseThrow().fields()).containsExactly("", "");
        assertThatThrownBy(() -> imports.check(
                        clerk, first, rows.find(first).orElseThrow().columns()))
                .isInstanceOf(Refusal.class);
        imports.check(
                clerk,
                first,
                List.of(
                        java.util.Optional.of(org.linli.registry.sheet.SheetField.NAME),
                        java.util.Optional.of(org.linli.registry.sheet.SheetField.DOCUMENT_NUMBER)));
        assertThat(rows.find(received(SheetFormat.CSV, bytes)).orElseThrow().fields())
                .containsExactly("NAME", "DOCUMENT_NUMBER");
    }

    @Test
    void isNobodysOutsideTheUnitAndNeedsTheRight() {
        var id = received(SheetFormat.CSV, "姓名\n".getBytes(StandardCharsets.UTF_8));
        var others = Actings.clerk(Imports.RUN);
        assertThatThrownBy(() -> imports.require(others, id)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> imports.begin(Actings.clerk(), SheetKind.PEOPLE, "a.csv", 5))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> imports.begin(clerk, SheetKind.PEOPLE, "a.xls", 5))
                .isInstanceOf(Refusal.class);
    }

    /** 37 faults of every sort, each in a household of its own, and what is to be said of them. */
    private Map<String, String> plant(PeopleSheet sheet, SheetFormat format) {
        var planted = new TreeMap<String, String>();
        var at = new AtomicInteger(100);
        var plants = new HashMap<String, String[]>();
        plants.put("no-such-day", new String[] {"出生日期", "1990-02-30"});
        plants.put("refusal.shared.id-number-length", new String[] {"公民身份号码", "1502031988080812"});
        plants.put("refusal.shared.id-number-birth", new String[] {"公民身份号码", "150203199013320013"});
        plants.put("refusal.shared.id-number-characters", new String[] {"公民身份号码", "15020319880808I23X"});
        plants.put("digits-lost", new String[] {"公民身份号码", "1.50203E+17"});
        plants.put("number-missing", new String[] {"公民身份号码", ""});
        plants.put("name-missing", new String[] {"姓名", ""});
        plants.put("name-characters", new String[] {"姓名", "=cmd|' /C calc'!A0"});
        plants.put("too-long", new String[] {"姓名", "长".repeat(51)});
        plants.put("refusal.registry.malformed-phone", new String[] {"联系方式", "@SUM(1+1)"});
        plants.put("outside-area", new String[] {"社区", "150203003013"});
        plants.put("unknown-division", new String[] {"网格", "150203001018999"});
        plants.put("room-missing", new String[] {"室", ""});
        plants.put("compound-missing", new String[] {"小区", ""});
        plants.put("no-number", new String[] {"楼层", "很高"});
        plants.put("dates-reversed", new String[] {"终止日期", "2014-01-01"});
        plants.put("date-in-future", new String[] {"起始日期", "2030-01-01"});
        plants.put("no-date", new String[] {"起始日期", "去年"});
        plants.put("household-number", new String[] {"户号", "户#1"});
        plants.put("relation-missing", new String[] {"与户主关系", ""});
        plants.put("household-missing", new String[] {"户号", ""});
        plants.put("two-heads", new String[] {"与户主关系", "户主"});
        plants.put("no-head", new String[] {"户号", sheet.mark() + "-none"});
        plants.forEach((word, plant) -> {
            var row = child(at);
            sheet.set(row, plant[0], plant[1]);
            expect(planted, row, word);
        });
        for (var unknown : List.of("证件类型", "与户主关系", "居住类型")) {
            var row = child(at);
            sheet.set(row, unknown, "不存在");
            expect(planted, row, "unknown-code");
        }
        var wrongCheck = child(at);
        var number = sheet.get(wrongCheck, "公民身份号码");
        sheet.set(wrongCheck, "公民身份号码", number.substring(0, 17) + (number.endsWith("1") ? "2" : "1"));
        expect(planted, wrongCheck, "refusal.shared.id-number-checksum");
        var sex = child(at);
        sheet.set(sex, "性别", sheet.get(sex, "性别").equals("男") ? "女" : "男");
        expect(planted, sex, "sex-differs");
        var birth = child(at);
        sheet.set(birth, "出生日期", "1949-10-01");
        expect(planted, birth, "birth-differs");
        var twin = child(at);
        for (var column : List.of("公民身份号码", "性别", "出生日期")) {
            sheet.set(twin, column, sheet.get(50, column));
        }
        expect(planted, twin, "number-twice");
        var own = child(at);
        sheet.set(own, "户主身份证号", sheet.get(own, "公民身份号码"));
        expect(planted, own, "own-head");
        var led = child(at);
        sheet.set(led, "户号", "");
        sheet.set(led, "户主身份证号", sheet.get(53, "公民身份号码"));
        expect(planted, led, "head-is-member");
        var here = child(at);
        var there = child(at);
        for (var row : List.of(here, there)) {
            sheet.set(row, "户号", "");
            sheet.set(row, "户主身份证号", sheet.get(row == here ? there : here, "公民身份号码"));
            expect(planted, row, "heads-in-a-circle");
        }
        var wide = child(at);
        sheet.widen(wide, "多余");
        expect(planted, wide, "too-many-cells");
        plantBytes(sheet, format, planted, at);
        return planted;
    }

    private final Map<Integer, byte[]> raw = new HashMap<>();

    /** What only text files can have wrong; a workbook has two other faults in these places. */
    private void plantBytes(PeopleSheet sheet, SheetFormat format, Map<String, String> planted, AtomicInteger at) {
        var first = child(at);
        var second = child(at);
        if (format == SheetFormat.CSV) {
            raw.put(first, sheet.text(first).getBytes(StandardCharsets.UTF_8));
            expect(planted, first, "encoding");
            raw.put(second, ("\"" + sheet.text(second)).getBytes(GB18030));
            expect(planted, second, "quotation");
        } else {
            sheet.set(first, "出生日期", "八月");
            expect(planted, first, "no-date");
            sheet.set(second, "证件类型", "护照");
            sheet.set(second, "公民身份号码", "A-1");
            expect(planted, second, "refusal.shared.document-number-form");
        }
    }

    private static int child(AtomicInteger at) {
        return at.getAndAdd(60) / 3 * 3 + 2;
    }

    private static void expect(Map<String, String> planted, int row, String word) {
        var key = word.startsWith("refusal.") ? word : "registry.import.fault." + word;
        planted.put(PeopleSheet.line(row) + " " + key, "grave");
    }

    private byte[] bytes(PeopleSheet sheet, SheetFormat format) {
        return switch (format) {
            case CSV -> sheet.csv(GB18030, raw);
            case XLSX -> sheet.xlsx();
        };
    }

    private Map<String, String> faults(UUID id) {
        var faults = new TreeMap<String, String>();
        queries.eachFault(
                id,
                line -> faults.put(
                        line.row() + " " + line.fault().message(), line.fault().grave() ? "grave" : "notice"));
        return faults;
    }

    private UUID received(SheetFormat format, byte[] bytes) {
        var id = imports.begin(clerk, SheetKind.PEOPLE, "人口." + format.ending(), bytes.length)
                .id();
        for (var at = 0; at < bytes.length; at += 300_000) {
            imports.receive(clerk, id, at, Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 300_000)));
        }
        return id;
    }

    private UUID mapped(PeopleSheet sheet, SheetFormat format, byte[] bytes) {
        var id = received(format, bytes);
        assertThat(rows.find(id).orElseThrow().state()).isEqualTo(ImportState.MAPPING);
        return id;
    }

    private UUID checked(PeopleSheet sheet, SheetFormat format, byte[] bytes) {
        var id = mapped(sheet, format, bytes);
        imports.check(clerk, id, rows.find(id).orElseThrow().columns());
        work.go(id);
        assertThat(rows.find(id).orElseThrow().state()).isEqualTo(ImportState.CHECKED);
        return id;
    }

    private void checkIfPossible(UUID id) {
        try {
            imports.check(clerk, id, rows.find(id).orElseThrow().columns());
        } catch (Refusal missingColumns) {
            return;
        }
        work.go(id);
    }

    private void applied(UUID id) {
        imports.apply(clerk, id, true);
        work.go(id);
        assertThat(rows.find(id).orElseThrow().state()).isEqualTo(ImportState.APPLIED);
    }

    private void claim(UUID id, UUID claimer) {
        jdbc.sql("update registry.import set claimed_by = :by, claimed_until = now() + interval '1 day' where id = :id")
                .param("by", claimer)
                .param("id", id)
                .update();
    }

    private static java.util.function.BooleanSupplier stopAfter(int calls) {
        var left = new AtomicInteger(calls);
        return () -> left.decrementAndGet() > 0;
    }

    private Map<String, Integer> outcome(UUID id) {
        var told = rows.find(id).orElseThrow().outcome();
        var outcome = new HashMap<String, Integer>();
        for (var n = 0; n < told.size(); n += 2) {
            outcome.put(told.get(n), Integer.parseInt(told.get(n + 1)));
        }
        return outcome;
    }

    private int staged(UUID id) {
        return jdbc.sql("select count(*) from registry.import_person_row where import_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private int peopleOf(UUID id) {
        return jdbc.sql("""
                select count(*) from registry.person p join registry.import i on i.change_id = p.change_id
                where i.id = :id""").param("id", id).query(Integer.class).single();
    }

    private UUID person(String number) {
        return jdbc.sql("select person_id from registry.document where number_index = :index and voided_at is null")
                .param("index", seals.numberIndex(number))
                .query(UUID.class)
                .single();
    }

    private List<String> texts(String sql, UUID id) {
        return jdbc.sql(sql).param("id", id).query(String.class).list();
    }

    private List<Long> wholeBase() {
        return List.of(
                        "person",
                        "document",
                        "phone",
                        "lookup",
                        "compound",
                        "dwelling",
                        "household",
                        "household_member",
                        "residence",
                        "change",
                        "person_history")
                .stream()
                .map(table -> jdbc.sql("select count(*) from registry." + table)
                        .query(Long.class)
                        .single())
                .toList();
    }

    private static int mark() {
        return ThreadLocalRandom.current().nextInt(100_000, 1_000_000);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
