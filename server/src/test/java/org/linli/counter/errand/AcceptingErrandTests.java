package org.linli.counter.errand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.casework.Cases;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What the window refuses, what it tells at one time, and what nobody has to bring twice. */
@LinliTest
class AcceptingErrandTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cases cases;

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
    void tellsEverythingThatIsMissingAtOneTime() {
        var application = Windows.application(Windows.RELIEF, person, Map.of("householdSize", "3"));
        var told = windows.accept(application);
        assertThat(told.text("/outcome")).isEqualTo("MATERIALS_MISSING");
        assertThat(told.body().at("/missing")).hasSize(2);
        assertThat(told.text("/notice/kind")).isEqualTo("one-time-notice");
        assertThat(told.body().path("errand").isObject()).isFalse();

        var again = windows.accept(application);
        assertThat(again.text("/notice/number")).isEqualTo(told.text("/notice/number"));
        assertThat(errandsOf()).isZero();
    }

    @Test
    void answersADoubleClickWithTheFirstErrand() {
        var application = Windows.relief(person);
        var first = windows.accept(application);
        var second = windows.accept(application);
        assertThat(second.text("/errand/id")).isEqualTo(first.text("/errand/id"));
        assertThat(second.body().path("repeated").asBoolean()).isTrue();
        assertThat(second.body().at("/errand/papers")).hasSize(2);

        application.put("item", Windows.RESIDENCE);
        assertThat(windows.accept(application).text("/reason")).isEqualTo("counter.request-repeated");
    }

    @Test
    void refusesBadInputWithTheFieldAndInBothLanguages() {
        refuses("shared.id-number-checksum", person(tampered()));
        refuses("shared.id-number-length", person("15020319"));
        refuses("counter.card-expired-at-window", with("cardValidUntil", "2026-03-01"));
        refuses("counter.phone-form", with("phone", "12345"));
        refuses("counter.unknown-area", top("area", "150203999999"));
        refuses("counter.unknown-item", top("item", "150203-XX-001"));
        refuses("counter.field-unknown", top("form", Map.of("householdSize", "3", "religionX", "y")));
        refuses("counter.field-needed", top("form", Map.of()));
        refuses("counter.field-form", top("form", Map.of("householdSize", "three")));
        refuses("counter.unknown-material", materials("no-such-paper", "PRESENT"));
        refuses("counter.material-may-not-follow", materials("household-register", "FOLLOWS"));
        refuses("counter.material-not-committable", materials("hardship-evidence", "COMMITTED"));
        refuses("counter.reuse-needs-consent", materials("household-register", "HELD"));
        assertThat(errandsOf()).isZero();
    }

    @Test
    void asksForTheCommunityWhereACommitteeDecides() {
        var application = Windows.residence(person);
        application.put("area", "150203001");
        assertThat(windows.accept(application).text("/reason")).isEqualTo("counter.area-too-wide");
    }

    @Test
    void refusesAnOrganisationWhereOnlyPeopleMayApply() {
        var application = Windows.relief(person);
        var applicant = new HashMap<>(Windows.person(person));
        applicant.put("organisation", "某某公司");
        applicant.put("creditCode", "9144030071526726XG");
        application.put("applicant", applicant);
        assertThat(windows.accept(application).text("/reason")).isEqualTo("counter.audience");
    }

    @Test
    void usesAgainWithConsentWhatWasVerifiedBefore() {
        windows.accept(Windows.relief(person));
        var second = Windows.pension(person, "PRESENT");
        second.put("consentToReuse", true);
        second.put(
                "materials",
                List.of(
                        Map.of("code", "household-register", "state", "HELD"),
                        Map.of("code", "bank-card", "state", "PRESENT")));
        var accepted = windows.accept(second);
        assertThat(accepted.text("/outcome")).isEqualTo("ACCEPTED");

        var held = windows.post(
                windows.clerk, "/api/counter/held", Map.of("documentKind", "RESIDENT_ID", "documentNumber", person));
        assertThat(held.body().toString()).contains("household-register", "id-card");
        var saved = windows.get(windows.clerk, "/api/counter/papers-saved");
        assertThat(saved.body().toString()).contains(Windows.PENSION);

        clock.tick(java.time.Duration.ofDays(400));
        second.put("requestKey", UUID.randomUUID().toString());
        assertThat(windows.accept(second).text("/reason")).isEqualTo("counter.material-not-held");
    }

    @Test
    void takesAPromiseInPlaceOfAProofAndHasItVerified() {
        var application = Windows.residence(person);
        application.put(
                "materials",
                List.of(
                        Map.of("code", "home-right-or-lease", "state", "COMMITTED"),
                        Map.of("code", "own-commitment", "state", "PRESENT")));
        var accepted = windows.accept(application);
        assertThat(Windows.kinds(accepted, "/errand/papers")).containsExactly("receipt", "commitment");
        var errand = accepted.text("/errand/id");
        assertThat(windows.get(windows.clerk, "/api/counter/promises").body().toString())
                .contains(errand);
        var path = "/api/counter/errands/" + errand + "/promises";
        var verified = windows.post(
                windows.clerk, path, Map.of("material", "home-right-or-lease", "kept", true, "note", "属实"));
        assertThat(verified.status()).isEqualTo(204);
        assertThat(windows.get(windows.clerk, "/api/counter/promises").body().toString())
                .doesNotContain(errand);
    }

    @Test
    void keepsNothingPersonalInTheClear() {
        windows.accept(Windows.relief(person));
        var row = jdbc.sql("select e::text from counter.errand e order by accepted_at desc, id desc limit 1")
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(person, "李秀英", "13847212345", "21号街坊3栋");
    }

    private void refuses(String reason, Map<String, Object> application) {
        var answer = windows.accept(application);
        assertThat(answer.text("/reason")).as(application.toString()).isEqualTo(reason);
        assertThat(answer.text("/title")).containsPattern("\\p{IsHan}");
        application.put("requestKey", UUID.randomUUID().toString());
    }

    private Map<String, Object> person(String number) {
        var application = Windows.relief(person);
        application.put("applicant", Windows.person(number));
        return application;
    }

    private String tampered() {
        return person.substring(0, 17) + (person.charAt(17) == '1' ? '2' : '1');
    }

    private Map<String, Object> with(String field, Object value) {
        var application = Windows.relief(person);
        var applicant = new LinkedHashMap<>(Windows.person(person));
        applicant.put(field, value);
        application.put("applicant", applicant);
        return application;
    }

    private Map<String, Object> top(String field, Object value) {
        var application = Windows.relief(person);
        application.put(field, value);
        return application;
    }

    private Map<String, Object> materials(String code, String state) {
        var application = Windows.relief(person);
        application.put("materials", List.of(Map.of("code", code, "state", state)));
        return application;
    }

    private int errandsOf() {
        return windows.post(windows.clerk, "/api/counter/errands/search", Map.of("text", person))
                .body()
                .size();
    }
}
