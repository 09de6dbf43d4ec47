package org.linli.sync.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.access.AccountId;
import org.linli.shared.PersonalHoldings;
import org.linli.shared.RetentionRule;
import org.linli.sync.Reviews;
import org.linli.sync.Reviews.Kind;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@LinliTest
class ReviewsTests {

    @Autowired
    Reviews reviews;

    @Autowired
    Overdue overdue;

    @Autowired
    ConflictQueries queries;

    @Autowired
    List<RetentionRule> rules;

    @Autowired
    List<PersonalHoldings> holdings;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private final UUID person = UUID.randomUUID();

    @Test
    void keepWhatEachAuthorProposed() {
        var first = open("李永");
        assertThat(open("李勇")).isEqualTo(first);
        var conflict = queries.find(first).orElseThrow();
        assertThat(conflict.proposed()).containsEntry("name", "李勇");
        assertThat(conflict.proposals()).hasSize(2);
        assertThat(jdbc.sql("select proposed_sealed from sync.conflict where id = :id")
                        .param("id", first)
                        .query(String.class)
                        .single())
                .doesNotContain("李");
    }

    @Test
    void areMarkedAfterFiveWorkingDaysAndNeverDecidedByThemselves() {
        var conflict = open("李永");
        escalateAll();
        assertThat(queries.find(conflict).orElseThrow().escalatedAt()).isEmpty();
        clock.tick(Duration.ofDays(6));
        escalateAll();
        assertThat(queries.find(conflict).orElseThrow().escalatedAt()).isEmpty();
        clock.tick(Duration.ofDays(2));
        escalateAll();
        assertThat(queries.find(conflict).orElseThrow().escalatedAt()).isPresent();
        assertThat(queries.find(conflict).orElseThrow().decided()).isEmpty();
    }

    @Test
    void areToldToWhomTheyAreAboutAndEmptiedThreeYearsAfterTheirDecision() {
        var conflict = open("李永");
        var subject = new PersonalHoldings.Subject(Optional.of(person), Set.of());
        var own = holdings.stream()
                .filter(one -> one.holder().en().equals("Phones"))
                .findFirst()
                .orElseThrow();
        assertThat(own.of(subject))
                .singleElement()
                .satisfies(held -> assertThat(held.count()).isEqualTo(1));
        assertThat(own.copy(subject))
                .singleElement()
                .satisfies(line -> assertThat(line.value()).contains("李永"));
        var rule = rules.stream()
                .filter(one -> one.key().equals("sync.conflict"))
                .findFirst()
                .orElseThrow();
        jdbc.sql("update sync.conflict set state = 'DECIDED', decided_at = '2019-05-01' where id = :id")
                .param("id", conflict)
                .update();
        assertThat(rule.due(LocalDate.of(2019, 5, 1))).isZero();
        assertThat(rule.due(LocalDate.of(2019, 5, 2))).isEqualTo(1);
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> rule.apply(LocalDate.of(2019, 5, 2), 100, "test:1"));
        assertThat(rule.due(LocalDate.of(2019, 5, 2))).isZero();
        assertThat(own.of(subject)).isEmpty();
        assertThat(jdbc.sql("select op::text from sync.change where etype = 'conflict' and eid = :id")
                        .param("id", conflict)
                        .query(String.class)
                        .single())
                .isEqualTo("R");
    }

    private void escalateAll() {
        while (overdue.escalate() > 0) {
            assertThat(overdue).isNotNull();
        }
    }

    private UUID open(String name) {
        return reviews.open(
                new Reviews.Question(
                        "grid:150203007003001",
                        "150203007003001",
                        "person",
                        person,
                        "identity",
                        Kind.FIELD,
                        Optional.empty(),
                        Map.of("name", "李"),
                        Map.of("name", "李用"),
                        Map.of("name", name)),
                new Reviews.Proposal(
                        UUID.randomUUID(), new AccountId(UUID.randomUUID()), "王娟", Optional.empty(), clock.instant()));
    }
}
