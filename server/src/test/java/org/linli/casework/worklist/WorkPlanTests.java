package org.linli.casework.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.linli.access.AccountId;
import org.linli.access.Acting;
import org.linli.access.PostingId;
import org.linli.area.UnitCode;
import org.linli.casework.worklist.WorkQueries.Question;
import org.linli.casework.worklist.WorkQueries.Scope;
import org.linli.casework.worklist.WorkQueries.Which;
import org.linli.shared.DivisionCode;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every list comes out of one index in its order: however many cases there are, a page is never sorted or filtered row by row. */
@LinliTest
class WorkPlanTests {

    /** The step, not the key by which two lists in order are laid into one. */
    private static final Pattern SORTED = Pattern.compile("Sort {2}\\(");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    static Stream<String> lists() {
        var lists = new ArrayList<String>();
        for (var scope : Scope.values()) {
            for (var which : Which.values()) {
                for (var narrowed : List.of("-", "procedure", "procedure+state")) {
                    lists.add(scope + " " + which + " " + narrowed + " 150203");
                    if (scope == Scope.AREA) {
                        lists.add(scope + " " + which + " " + narrowed + " 150203001");
                    }
                    if (scope == Scope.UNIT || scope == Scope.POOL) {
                        lists.add(scope + " " + which + " " + narrowed + " seconded");
                    }
                }
            }
        }
        return lists.stream();
    }

    @ParameterizedTest
    @MethodSource("lists")
    void readsAPageInTheOrderOfAnIndex(String list) {
        var words = list.split(" ");
        var question = new Question(
                Scope.valueOf(words[0]),
                Which.valueOf(words[1]),
                words[2].startsWith("procedure") ? "counter-accept" : null,
                words[2].endsWith("state") ? "REVIEW" : null,
                null,
                30);
        var plan = plan(acting(words[3]), question);
        assertThat(plan).anyMatch(line -> line.contains("Index"));
        assertThat(plan)
                .as(String.join("\n", plan))
                .noneMatch(line -> SORTED.matcher(line).find());
        assertThat(plan).as(String.join("\n", plan)).noneMatch(line -> line.contains("Seq Scan"));
    }

    /** On a small table nothing beats reading all of it, so that is forbidden: what is left is what a large one does. */
    private List<String> plan(Acting by, Question question) {
        return transaction.execute(status -> {
            jdbc.sql("set local enable_seqscan = off").update();
            jdbc.sql("set local enable_bitmapscan = off").update();
            jdbc.sql("set local enable_sort = off").update();
            var sql = WorkQueries.bind(
                            jdbc.sql("explain " + WorkQueries.sql(by, question)),
                            by,
                            Instant.parse("2026-03-02T01:00:00Z"))
                    .param("afterDue", OffsetDateTime.MIN)
                    .param("afterId", new UUID(0, 0))
                    .param("procedure", question.procedure())
                    .param("state", question.state())
                    .param("limit", 31);
            return sql.query(String.class).list();
        });
    }

    private static Acting acting(String where) {
        var isSeconded = where.equals("seconded");
        return new Acting(
                new PostingId(UUID.randomUUID()),
                new AccountId(UUID.randomUUID()),
                "王芳",
                "clerk",
                UnitCode.of("ST-150203001"),
                DivisionCode.of(isSeconded ? "150203" : where),
                isSeconded ? Optional.of(UnitCode.of("ST-150203004")) : Optional.empty(),
                Set.of());
    }
}
