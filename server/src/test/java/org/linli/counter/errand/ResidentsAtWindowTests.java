package org.linli.counter.errand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.casework.Cases;
import org.linli.counter.resident.TellingRegistry;
import org.linli.registry.People;
import org.linli.registry.Person;
import org.linli.shared.IdDocument;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What a window learns of people with an errand reaches the registry, and not through another's area. */
@LinliTest
class ResidentsAtWindowTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cases cases;

    @Autowired
    People people;

    @Autowired
    TellingRegistry telling;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private Windows windows = null;
    private final String number = Windows.idNumber();

    @BeforeEach
    void start() {
        clock.set(SettableClock.START);
        windows = new Windows(mvc, cases);
    }

    @Test
    void registersWhoWasNotKnownAsTheCardSays() {
        accept(Windows.person(number));
        var person = known();
        assertThat(person.facts().name()).isEqualTo("李秀英");
        assertThat(person.facts().registeredAddress()).contains("少先路21号街坊3栋2单元501室");
        assertThat(person.phone()).contains("13847212345");
        assertThat(person.division().value()).isEqualTo(Windows.COMMUNITY);
        assertThat(source(person)).isEqualTo("CARD 窗口办理：居民现居住地（居住情况）证明");
    }

    @Test
    void changesThePhoneOfWhoIsKnownAndNothingElse() {
        accept(Windows.person(number));
        var before = known();
        var byHand = Windows.person(number);
        byHand.put("cardRead", false);
        byHand.remove("cardValidUntil");
        byHand.put("phone", "13900001111");
        byHand.put("address", "另一处");
        accept(byHand);
        var after = known();
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.phone()).contains("13900001111");
        assertThat(after.facts()).isEqualTo(before.facts());
    }

    @Test
    void tellsItOnceAndAsksNothingTwice() {
        var errand = accept(Windows.person(number));
        assertThat(outcome(errand)).isEqualTo("REGISTERED");
        var second = accept(Windows.person(number));
        assertThat(outcome(second)).isEqualTo("AS_KNOWN");
        telling.runAll();
        assertThat(known().phones()).hasSize(1);
    }

    @Test
    void keepsTheErrandWhenTheRegistryRefuses() {
        var twice = Windows.person(number);
        accept(twice);
        // The base holds the other sex: what the card says contradicts it, and a person has to look.
        jdbc.sql("""
                update registry.person set sex = case sex when 'MALE' then 'FEMALE' else 'MALE' end, revision = revision + 1, change_id = gen_random_uuid()
                 where id = :id""").param("id", known().id().value()).update();
        twice.put("address", "少先路21号街坊9栋1单元101室");
        var errand = accept(twice);
        assertThat(outcome(errand)).isEqualTo("REFUSED");
        assertThat(jdbc.sql("select count(*) from counter.errand where id = :id")
                        .param("id", UUID.fromString(errand))
                        .query(Long.class)
                        .single())
                .isOne();
    }

    private String accept(Map<String, Object> person) {
        var application = Windows.application(
                Windows.RESIDENCE,
                number,
                Map.of("purpose", "子女入学", "since", "2019-05-01", "tenure", "owned"),
                "id-card",
                "PRESENT",
                "home-right-or-lease",
                "PRESENT",
                "own-commitment",
                "PRESENT");
        application.put("applicant", person);
        var answer = windows.accept(application);
        assertThat(answer.text("/errand/id")).as("%s", answer.body()).isNotEmpty();
        telling.runAll();
        return answer.text("/errand/id");
    }

    private Person known() {
        var document = IdDocument.read(IdDocument.Kind.RESIDENT_ID, number, LocalDate.now(clock));
        return people.byDocument(document).flatMap(people::person).orElseThrow();
    }

    private String outcome(String errand) {
        return jdbc.sql("select outcome from counter.resident_note where errand_id = :id")
                .param("id", UUID.fromString(errand))
                .query(String.class)
                .single();
    }

    private String source(Person person) {
        return jdbc.sql("""
                        select c.source || ' ' || c.reason from registry.person p
                          join registry.change c on c.id = p.change_id where p.id = :id""")
                .param("id", person.id().value())
                .query(String.class)
                .single();
    }
}
