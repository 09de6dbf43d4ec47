package org.linli.counter.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.linli.access.Acting;
import org.linli.area.UnitCode;
import org.linli.casework.CaseId;
import org.linli.shared.Refusal;
import org.linli.testing.Actings;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

@LinliTest
class PapersTests {

    private static final UnitCode ZHAOTAN = UnitCode.of("ST-150203003");
    private static final UnitCode LINYIN = UnitCode.of("ST-150203004");

    @Autowired
    Papers papers;

    @Autowired
    PaperReading reading;

    @Autowired
    PaperTemplates templates;

    @Autowired
    CheckCodes codes;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private MockMvcTester http;

    @Autowired
    void http(WebApplicationContext context) {
        http = MockMvcTester.from(context);
    }

    private final Acting clerk = Actings.clerk("counter.paper.read", "counter.paper.withdraw");

    @Test
    void numbersPapersOfAUnitWithoutAGapEvenWhenOneFails() {
        var first = issue(order(ZHAOTAN, PaperKind.EXTENSION));
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    papers.issue(clerk, order(ZHAOTAN, PaperKind.EXTENSION));
                    throw new IllegalStateException("the errand failed");
                }))
                .hasMessage("the errand failed");
        var second = issue(order(ZHAOTAN, PaperKind.EXTENSION));
        var otherKind = issue(order(ZHAOTAN, PaperKind.SPECIAL_PROCEDURE));

        assertThat(first.number()).isEqualTo("昆沼潭延〔2026〕第000001号");
        assertThat(second.number()).isEqualTo("昆沼潭延〔2026〕第000002号");
        assertThat(otherKind.number()).isEqualTo("昆沼潭特〔2026〕第000001号");
    }

    @Test
    void numbersPapersIssuedAtTheSameTimeOneByOne() throws Exception {
        try (var threads = Executors.newFixedThreadPool(6)) {
            Callable<Paper> one = () -> issue(order(LINYIN, PaperKind.ACCEPTANCE));
            var issued = threads.invokeAll(java.util.Collections.nCopies(12, one));
            var numbers = issued.stream()
                    .map(done -> done.resultNow().number())
                    .sorted()
                    .toList();
            var expected = IntStream.rangeClosed(1, 12)
                    .mapToObj("昆林荫受〔2026〕第%06d号"::formatted)
                    .toList();
            assertThat(numbers).isEqualTo(expected);
        }
    }

    /** The first papers of many series, each opened by several at once. */
    @Test
    void opensEachSeriesOnceWhenSeveralNeedIt() throws Exception {
        var units = jdbc.sql("select code from area.unit order by code desc limit 25")
                .query(String.class)
                .list();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var unit : units) {
                Callable<Paper> one = () -> issue(order(UnitCode.of(unit), PaperKind.DELIVERY));
                for (var done : threads.invokeAll(java.util.Collections.nCopies(6, one))) {
                    assertThat(done.get().number()).isNotEmpty();
                }
            }
        }
    }

    @Test
    void neverGivesTwoUnitsTheSameNumber() {
        var numbers = jdbc.sql("select code from area.unit").query(String.class).list().stream()
                .limit(40)
                .map(unit ->
                        issue(order(UnitCode.of(unit), PaperKind.COMPLETION)).number())
                .toList();
        assertThat(numbers).doesNotHaveDuplicates();
    }

    @Test
    void issuesOnlyWithinTheCallersTransaction() {
        assertThatThrownBy(() -> papers.issue(clerk, order(ZHAOTAN, PaperKind.RECEIPT)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void findsAGenuinePaperAndKeepsItsPdfSealed() {
        var paper = issue(order(Actings.SHAOXIANLU_STATION, PaperKind.RECEIPT));

        assertThat(papers.find(paper.checkCode().toLowerCase(java.util.Locale.ROOT)))
                .isEqualTo(new PaperCheck.Genuine(paper));
        assertThat(papers.pdf(paper.id())).startsWith("%PDF".getBytes());
        assertThat(PaperFileRows.sm3(papers.pdf(paper.id()))).isEqualTo(paper.sm3());
        var stored = jdbc.sql("select pdf from counter.paper_file where paper = :id")
                .param("id", paper.id().value())
                .query(String.class)
                .single();
        assertThat(stored).startsWith("k").doesNotContain("JVBERi", "%PDF");
        assertThat(paper.maskedHolder()).isEqualTo("赵**");
    }

    @Test
    void saysWhenAPaperWasWithdrawnAndWhy() {
        var paper = issue(order(Actings.SHAOXIANLU_STATION, PaperKind.RECEIPT));

        papers.withdraw(clerk, paper.id(), "姓名有误,重新出具");

        assertThat(papers.find(paper.checkCode()))
                .isInstanceOfSatisfying(
                        PaperCheck.Withdrawn.class,
                        withdrawn -> assertThat(withdrawn.paper().withdrawal())
                                .map(Paper.Withdrawal::reason)
                                .contains("姓名有误,重新出具"));
        assertThatThrownBy(() -> papers.withdraw(clerk, paper.id(), "再来一次"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(PaperReason.PAPER_ALREADY_WITHDRAWN));
    }

    @Test
    void letsOnlyItsOwnAreaWithdrawAPaper() {
        var paper = issue(order(ZHAOTAN, PaperKind.RECEIPT));

        assertThatThrownBy(() -> papers.withdraw(clerk, paper.id(), "不在本辖区")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> reading.paper(Actings.clerk("counter.paper.read"), paper.id()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(PaperReason.PAPER_NOT_FOUND));
        assertThat(reading.paper(clerk, paper.id()).number()).isEqualTo(paper.number());
    }

    @Test
    void tellsAnAlteredCodeFromAnUnknownOne() {
        var foreign = codes.next();
        var altered = foreign.substring(0, 19) + (foreign.endsWith("A") ? "B" : "A");

        assertThat(papers.find(foreign)).isInstanceOf(PaperCheck.Unknown.class);
        assertThat(papers.find(altered)).isInstanceOf(PaperCheck.Altered.class);
        assertThatThrownBy(() -> papers.find("not a code")).isInstanceOf(Refusal.class);
    }

    @Test
    void refusesWhatIsMissingOrCannotBePrinted() {
        assertThatThrownBy(() -> issue(new PaperOrder(
                        PaperKind.RECEIPT, ZHAOTAN, Optional.empty(), SamplePapers.HOLDER, Map.of(), List.of())))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(PaperReason.PAPER_FIELD_MISSING));
        var unprintable = new PaperOrder.Holder("王\uE863芳", Optional.empty());
        assertThatThrownBy(() -> issue(new PaperOrder(
                        PaperKind.RECEIPT,
                        ZHAOTAN,
                        Optional.empty(),
                        unprintable,
                        fields(PaperKind.RECEIPT),
                        List.of())))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(PaperReason.PAPER_CHARACTER);
                    assertThat(refusal.field()).contains("holder");
                });
    }

    @Test
    void listsThePapersOfACase() {
        var caseId = new CaseId(UUID.randomUUID());
        var paper = transaction.execute(status -> papers.issue(
                clerk,
                new PaperOrder(
                        PaperKind.ACCEPTANCE,
                        Actings.SHAOXIANLU_STATION,
                        Optional.of(caseId),
                        SamplePapers.HOLDER,
                        fields(PaperKind.ACCEPTANCE),
                        SamplePapers.MATERIALS)));

        assertThat(papers.ofCase(caseId)).containsExactly(paper);
        assertThat(papers.certificateOf("150203-ZM-001")).contains(new PaperKind("certificate-residence"));
    }

    @Test
    void answersAnybodyWhoChecksAPaper() {
        var paper = issue(order(Actings.SHAOXIANLU_STATION, PaperKind.RECEIPT));

        assertThat(http.get().uri("/api/public/papers/" + CheckCodes.grouped(paper.checkCode())))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.verdict", verdict -> assertThat(verdict).isEqualTo("genuine"))
                .hasPathSatisfying("$.number", number -> assertThat(number).isEqualTo(paper.number()))
                .hasPathSatisfying(
                        "$.maskedHolder", holder -> assertThat(holder).isEqualTo("赵**"))
                .doesNotHavePath("$.checkCode");
        assertThat(http.post()
                        .uri("/api/public/papers/check")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"sm3\":\"" + paper.sm3() + "\"}"))
                .bodyJson()
                .hasPathSatisfying("$.verdict", verdict -> assertThat(verdict).isEqualTo("genuine"));
        assertThat(http.get().uri("/api/public/papers/short")).hasStatus(422);
    }

    @Test
    void slowsDownWhoeverTriesManyCodes() {
        var statuses = IntStream.range(0, 70)
                .map(i -> http.get()
                        .uri("/api/public/papers/" + codes.next())
                        .with(request -> {
                            request.setRemoteAddr("203.0.113.9");
                            return request;
                        })
                        .exchange()
                        .getResponse()
                        .getStatus())
                .boxed()
                .toList();
        assertThat(statuses).startsWith(200).endsWith(429);
    }

    private Paper issue(PaperOrder order) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> papers.issue(clerk, order)));
    }

    private PaperOrder order(UnitCode unit, PaperKind kind) {
        return new PaperOrder(kind, unit, Optional.empty(), SamplePapers.HOLDER, fields(kind), SamplePapers.MATERIALS);
    }

    private Map<String, Object> fields(PaperKind kind) {
        return new HashMap<>(SamplePapers.fieldsFor(templates.find(kind).orElseThrow()));
    }
}
