package org.linli.registry.exporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.access.AccountId;
import org.linli.access.Acting;
import org.linli.access.PostingId;
import org.linli.area.UnitCode;
import org.linli.privacy.DisclosureLedger;
import org.linli.registry.sealing.Seals;
import org.linli.registry.sheet.CsvReading;
import org.linli.registry.sheet.PieceRows;
import org.linli.registry.sheet.SheetFormat;
import org.linli.registry.sheet.SheetKind;
import org.linli.registry.sheet.SheetReading;
import org.linli.registry.sheet.SheetRow;
import org.linli.registry.sheet.XlsxReading;
import org.linli.shared.DivisionCode;
import org.linli.shared.Ids;
import org.linli.shared.Refusal;
import org.linli.testing.Actings;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What leaves the base as a file. */
@LinliTest
class ExportTests {

    private static final AtomicInteger SEQUENCE = new AtomicInteger();

    /** Where the person of this test counts. */
    private static final DivisionCode COMMUNITY = DivisionCode.of("150203001019");

    @Autowired
    Exports exports;

    @Autowired
    ExportWork work;

    @Autowired
    PieceRows pieces;

    @Autowired
    Seals seals;

    @Autowired
    DisclosureLedger ledger;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private final UUID person = Ids.next();
    private final String number = number(SEQUENCE.incrementAndGet());
    private final Acting clerk =
            Actings.with("committee-clerk", Actings.SHAOXIANLU_STATION, Actings.SHAOXIANLU, Exports.RUN);

    @AfterEach
    void today() {
        clock.set(SettableClock.START);
    }

    @BeforeEach
    void aPersonWhoseEmployerIsAFormula() {
        jdbc.sql("""
                insert into registry.person (id, name, pinyin, initials, sex, birth_date, employer, division, changed_at, change_id)
                values (:id, '欧阳小明', 'ou yang xiao ming', 'oyxm', 'MALE', '1988-08-08', '=cmd|calc', :community, now(), :id)""").param("id", person).param("community", COMMUNITY.value()).update();
        jdbc.sql("""
                insert into registry.document (id, person_id, kind, number_sealed, number_index, number_scope, changed_at, change_id)
                values (:id, :id, 'RESIDENT_ID', :sealed, :index, 'CITIZEN', now(), :id)""")
                .param("id", person)
                .param("sealed", seals.number(number))
                .param("index", seals.numberIndex(number))
                .update();
    }

    @Test
    void masksWithoutAReasonAndMarksFileAndRows() throws IOException {
        var export = written(SheetFormat.CSV, null);
        var mine = mine(export, "欧***");
        assertThat(mine).isNotEmpty();
        assertThat(mine.getFirst()).contains(export.number()).doesNotContain(number, "1988-08-08", "'=cmd|calc");
        assertThat(firstLine(export)).startsWith("# 导出人").contains("王芳", "核对名册", export.number());
        assertThat(disclosures(export)).isZero();
    }

    @Test
    void givesFullValuesForAReasonOfTheirOwnAndNotesEveryPerson() throws IOException {
        for (var format : SheetFormat.values()) {
            var export = written(format, "办理高龄津贴发放");
            var mine = mine(export, number);
            assertThat(mine).hasSize(1);
            assertThat(mine.getFirst()).contains("欧阳小明", number, "1988-08-08", "'=cmd|calc", export.number());
            assertThat(jdbc.sql("select purpose from privacy.disclosure where object = :object and subject = :subject")
                            .param("object", export.object())
                            .param("subject", ledger.subjectOf(number))
                            .query(String.class)
                            .list())
                    .containsExactly("办理高龄津贴发放");
        }
    }

    @Test
    void isRefusedWithoutPurposeRightOrOutsideTheArea() {
        assertThatThrownBy(() -> exports.ask(clerk, SheetKind.PEOPLE, SheetFormat.CSV, null, "看", null))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> exports.ask(clerk, SheetKind.PEOPLE, SheetFormat.CSV, null, "核对名册", " "))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> exports.ask(Actings.clerk(), SheetKind.PEOPLE, SheetFormat.CSV, null, "核对名册", null))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> exports.ask(
                        clerk, SheetKind.PEOPLE, SheetFormat.CSV, DivisionCode.of("150203003"), "核对名册", null))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void isFetchedOnlyByWhoeverAskedAndOnlyInItsTime() {
        var export = written(SheetFormat.CSV, null);
        var colleague = new Acting(
                new PostingId(Ids.next()),
                new AccountId(Ids.next()),
                "李娜",
                clerk.role(),
                UnitCode.of(export.unit()),
                clerk.area(),
                clerk.homeUnit(),
                clerk.permissions());
        assertThatThrownBy(() -> exports.fetch(colleague, export.id())).isInstanceOf(Refusal.class);
        assertThat(exports.fetch(clerk, export.id()).state()).isEqualTo(ExportState.READY);

        clock.tick(Duration.ofDays(4));
        try {
            work.erase();
        } finally {
            clock.tick(Duration.ofDays(-4));
        }
        assertThatThrownBy(() -> exports.fetch(clerk, export.id())).isInstanceOf(Refusal.class);
        assertThat(jdbc.sql("select count(*) from registry.sheet_piece where sheet_id = :id")
                        .param("id", export.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void leavesNothingWhenItIsGivenUp() {
        var asked = exports.ask(clerk, SheetKind.PEOPLE, SheetFormat.XLSX, null, "核对名册", null);
        assertThat(exports.cancel(clerk, asked.id()).state()).isEqualTo(ExportState.CANCELLED);
        work.go(asked.id());
        assertThat(exports.require(clerk, asked.id()).state()).isEqualTo(ExportState.CANCELLED);
    }

    /** With its check character; of a region that is no other test's. */
    private static String number(int sequence) {
        var digits = "652999" + "19880808" + String.format("%03d", sequence);
        var weights = new int[] {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        var sum = 0;
        for (var i = 0; i < weights.length; i++) {
            sum += (digits.charAt(i) - '0') * weights[i];
        }
        return digits + "10X98765432".charAt(sum % 11);
    }

    private Export written(SheetFormat format, @Nullable String fullPurpose) {
        var asked = exports.ask(clerk, SheetKind.PEOPLE, format, COMMUNITY, "核对名册", fullPurpose);
        work.go(asked.id());
        var export = exports.require(clerk, asked.id());
        assertThat(export.state()).isEqualTo(ExportState.READY);
        return export;
    }

    private List<List<String>> mine(Export export, String with) throws IOException {
        var found = new ArrayList<List<String>>();
        try (var reading = reading(export)) {
            for (var row = reading.next(); row.isPresent(); row = reading.next()) {
                row.map(SheetRow::cells).filter(cells -> cells.contains(with)).ifPresent(found::add);
            }
        }
        return found;
    }

    private SheetReading reading(Export export) throws IOException {
        var content = pieces.open(export.id(), 0);
        return switch (export.format()) {
            case CSV -> new CsvReading(content, 100);
            case XLSX -> new XlsxReading(content, 100);
        };
    }

    private String firstLine(Export export) throws IOException {
        try (var content = pieces.open(export.id(), 0)) {
            return new String(content.readNBytes(600), java.nio.charset.StandardCharsets.UTF_8)
                    .substring(1)
                    .lines()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private int disclosures(Export export) {
        return jdbc.sql("select count(*) from privacy.disclosure where object = :object")
                .param("object", export.object())
                .query(Integer.class)
                .single();
    }
}
