package org.linli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.access.Acting;
import org.linli.testing.SettableClock;
import org.linli.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** Like changes of a batch share a transaction; one that cannot go on costs the others nothing. */
@SyncTest
class SharedTransactionTests {

    private static final int THINGS = 5;
    private static int run;

    @Autowired
    Assignments assignments;

    @Autowired
    Things things;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SettableClock clock;

    private final List<UUID> ids = new ArrayList<>();
    private String scope = "";
    private Phone phone = new Phone(null, SignedIn.as("grid-worker"));

    @BeforeEach
    void aPhoneWithThings() {
        var cell = "1502030081%02d001".formatted(++run);
        scope = "grid:" + cell;
        phone = new Phone(mvc, SignedIn.as("grid-worker")).register();
        assignments.assign(
                phone.holder.account(), scope, Assignments.Mode.READ_WRITE, clock.instant(), Acting.system("test"));
        for (var n = 0; n < THINGS; n++) {
            ids.add(UUID.randomUUID());
            things.add(ids.get(n), cell, Things.something("0"));
        }
        phone.pull(500);
    }

    @Test
    void isSharedByCorrectionsOfSeveralRecords() {
        ids.forEach(id -> rename(id, "李永"));
        assertThat(outcomes(phone.send(phone.unsent()))).hasSize(THINGS).containsOnly("applied");
        assertThat(transactions()).isEqualTo(1);
        assertThat(numbers()).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(things.in(scope).values()).extracting("name").containsOnly("李永");
    }

    @Test
    void isEachOnesOwnWhereOneIsRefused() {
        rename(ids.get(0), "李永");
        rename(UUID.randomUUID(), "李永");
        rename(ids.get(1), "explode");
        create("known");
        rename(ids.get(2), "李永");
        var answer = phone.send(phone.unsent());
        assertThat(outcomes(answer)).containsExactly("applied", "refused", "refused", "duplicate_person", "applied");
        assertThat(answer.path("lastDeviceSeq").asLong()).isEqualTo(5);
        assertThat(transactions()).isEqualTo(5);
        assertThat(applied(ids.get(0))).as("nothing is applied twice").isEqualTo(1);
        assertThat(things.in(scope).get(ids.get(2))).containsEntry("name", "李永");
        assertThat(things.in(scope).get(ids.get(1))).containsEntry("name", "n0");
    }

    @Test
    void isNotSharedByTwoChangesOfOneRecord() {
        rename(ids.getFirst(), "甲");
        phone.make(
                Things.TYPE,
                ids.getFirst(),
                "patch",
                scope,
                more("patch", Map.of("name", was("甲", "乙"), "birth", was("b0", "b0"))));
        assertThat(outcomes(phone.send(phone.unsent()))).containsExactly("applied", "applied");
        assertThat(transactions()).isEqualTo(2);
        assertThat(things.in(scope).get(ids.getFirst())).containsEntry("name", "乙");
    }

    @Test
    void answersAgainWhatItTook() {
        ids.forEach(id -> rename(id, "李永"));
        var first = phone.send(phone.unsent().subList(0, 3));
        var all = phone.send(phone.unsent());
        assertThat(outcomes(all)).hasSize(THINGS).containsOnly("applied");
        assertThat(all.path("results").get(2)).isEqualTo(first.path("results").get(2));
        assertThat(ids).allSatisfy(id -> assertThat(applied(id)).isEqualTo(1));
    }

    /** In opposite orders; each waits for the other's run as a whole, and neither falls back to single changes. */
    @Test
    void isWaitedForByAnotherPhoneWithTheSameRecords() throws Exception {
        var other = new Phone(mvc, SignedIn.as("grid-worker")).register();
        assignments.assign(
                other.holder.account(), scope, Assignments.Mode.READ_WRITE, clock.instant(), Acting.system("test"));
        var rounds = 12;
        try (var phones = Executors.newFixedThreadPool(2)) {
            for (var round = 0; round < rounds; round++) {
                for (var n = 0; n < THINGS; n++) {
                    tag(phone, ids.get(n), "p" + round);
                    tag(other, ids.get(THINGS - 1 - n), "q" + round);
                }
                List<Callable<List<String>>> both = List.of(() -> sent(phone), () -> sent(other));
                for (var answer : phones.invokeAll(both)) {
                    assertThat(answer.get()).hasSize(THINGS).isSubsetOf("applied", "merged");
                }
            }
        }
        assertThat(transactions(phone)).isEqualTo(rounds);
        assertThat(transactions(other)).isEqualTo(rounds);
    }

    private static List<String> sent(Phone by) {
        var answer = by.send(by.unsent());
        by.hear(answer);
        return outcomes(answer);
    }

    private void tag(Phone by, UUID id, String tag) {
        by.make(Things.TYPE, id, "patch", scope, more("patch", Map.of("tags", was(List.of("t"), List.of("t", tag)))));
    }

    private void create(String name) {
        var values = Things.something("1");
        values.put("name", name);
        phone.make(Things.TYPE, UUID.randomUUID(), "create", scope, more("values", values));
    }

    private void rename(UUID id, String name) {
        phone.make(
                Things.TYPE,
                id,
                "patch",
                scope,
                more("patch", Map.of("name", was("n0", name), "birth", was("b0", "b0"))));
    }

    private Map<String, Object> more(String key, Object value) {
        return Map.of(key, value, "occurredAt", clock.instant().toString());
    }

    private static Map<String, Object> was(Object base, Object to) {
        return Map.of("base", base, "new", to);
    }

    private static List<String> outcomes(JsonNode answer) {
        return answer.path("results")
                .valueStream()
                .map(one -> one.path("outcome").asString())
                .toList();
    }

    private int transactions() {
        return transactions(phone);
    }

    private int transactions(Phone of) {
        return jdbc.sql("select count(distinct xmin::text) from sync.mutation where device_id = :device::uuid")
                .param("device", of.device)
                .query(Integer.class)
                .single();
    }

    private int applied(UUID thing) {
        return jdbc.sql("select count(*) from sync_test.history where thing = :thing")
                .param("thing", thing)
                .query(Integer.class)
                .single();
    }

    /** Of the changes in the order of their numbers in the scope, after the things were added. */
    private List<Long> numbers() {
        return jdbc.sql("select seq - :before from sync.change where scope = :scope order by seq")
                .param("before", THINGS)
                .param("scope", scope)
                .query(Long.class)
                .list();
    }
}
