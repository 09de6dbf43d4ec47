package org.linli.counter.errand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.casework.Cases;
import org.linli.counter.hall.VisitId;
import org.linli.counter.hall.VisitRated;
import org.linli.shared.DemoData;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.linli.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What a rating sets going, and the demo's errands. */
@LinliTest
class RatingErrandTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cases cases;

    @Autowired
    RatingErrands ratings;

    @Autowired
    DemoErrands demo;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private Windows windows = null;
    private final String person = Windows.idNumber();

    @BeforeEach
    void start() {
        clock.set(SettableClock.START);
        windows = new Windows(mvc, cases);
    }

    @Test
    void opensARectificationCaseForALowRating() {
        var errand = issued();
        var rating = new HashMap<String, Object>(Map.of(
                "caseNumber", errand.text("/errand/caseNumber"),
                "lastFour", person.substring(14),
                "grade", 2,
                "requestKey", UUID.randomUUID().toString()));
        assertThat(windows.publicly("/api/public/progress/rating", rating).text("/reason"))
                .isEqualTo("casework.rating-needs-reason");
        rating.put("words", "等了一个小时");
        assertThat(windows.publicly("/api/public/progress/rating", rating).status())
                .isEqualTo(204);
        assertThat(rectifications(errand.text("/errand/caseId"))).isEqualTo(1);
        assertThat(jdbc.sql("""
                        select title_en from casework.case_file
                        where procedure = 'review-rectification' and subject_id = :case""")
                        .param("case", errand.text("/errand/caseId"))
                        .query(String.class)
                        .single())
                .startsWith("Rectification of Certificate of");
        assertThat(mayRate(errand)).isFalse();
    }

    @Test
    void asksForARatingFromTheEndOfAMatterUntilItWasGiven() {
        var accepted = windows.accept(Windows.residence(person));
        assertThat(mayRate(accepted)).isFalse();
        windows.act(accepted.text("/errand/caseId"), "VERIFY", "", Map.of("decision", "grant"));
        windows.act(accepted.text("/errand/caseId"), "SEAL", "", Map.of());
        windows.act(accepted.text("/errand/caseId"), "DELIVER", "", Map.of());
        assertThat(mayRate(accepted)).isTrue();
        clock.set(SettableClock.START.plusDays(31));
        assertThat(mayRate(accepted)).isFalse();
    }

    private boolean mayRate(Windows.Answer errand) {
        var pair = Map.of("caseNumber", errand.text("/errand/caseNumber"), "lastFour", person.substring(14));
        return windows.publicly("/api/public/progress", pair)
                .body()
                .path("mayRate")
                .asBoolean();
    }

    @Test
    void ratesWhatWasFinishedInAVisit() {
        var visit = UUID.randomUUID();
        var errand = issued();
        jdbc.sql("update counter.errand set visit_id = :visit where id = :id")
                .param("visit", visit)
                .param("id", UUID.fromString(errand.text("/errand/id")))
                .update();
        ratings.rated(new VisitRated(new VisitId(visit), 1, Set.of("ATTITUDE"), ""));
        assertThat(rectifications(errand.text("/errand/caseId"))).isEqualTo(1);
    }

    @Test
    void loadsTheDemosErrandsThroughTheServices() {
        windows.get(windows.clerk, "/api/counter/errands");
        var committee = SignedIn.as(
                "committee-clerk",
                org.linli.area.UnitCode.of("CO-" + Windows.COMMUNITY),
                org.linli.shared.DivisionCode.of(Windows.COMMUNITY));
        windows.get(committee, "/api/counter/errands/" + UUID.randomUUID());
        demo.load(DemoData.Size.SMALL);
        var states = jdbc.sql("""
                        select distinct c.state from counter.errand e join casework.case_file c on c.id = e.case_id
                        where e.request_key not like 'x%'""").query(String.class).list();
        assertThat(states)
                .containsAll(List.of("COMPLETED", "ACCEPTED", "TRANSFERRED", "REVIEW", "SUSPENDED", "DECIDED"));
    }

    private Windows.Answer issued() {
        var accepted = windows.accept(Windows.residence(person));
        var caseId = accepted.text("/errand/caseId");
        windows.act(caseId, "VERIFY", "", Map.of("decision", "grant"));
        windows.act(caseId, "SEAL", "", Map.of());
        windows.act(caseId, "DELIVER", "", Map.of());
        return accepted;
    }

    private int rectifications(String caseId) {
        return jdbc.sql("""
                        select count(*) from casework.case_file
                        where procedure = 'review-rectification' and subject_id = :case""").param("case", caseId).query(Integer.class).single();
    }
}
