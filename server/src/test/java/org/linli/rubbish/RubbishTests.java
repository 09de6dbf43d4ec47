package org.linli.rubbish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.linli.area.UnitCode;
import org.linli.rubbish.Asker.Question;
import org.linli.shared.DivisionCode;
import org.linli.testing.AntiForgery;
import org.linli.testing.LinliTest;
import org.linli.testing.SignedIn;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every endpoint of the OpenAPI document, asked with everything that is wrong: nothing may fail, and every refusal is a
 * problem in the language asked for.
 */
@LinliTest
class RubbishTests {

    private static final List<String> LANGUAGES = List.of("zh-CN", "en");

    private static final List<String> ROLES = List.of(
            "clerk",
            "station-head",
            "committee-clerk",
            "department-officer",
            "district-supervisor",
            "agent",
            "catalogue-editor",
            "system-admin",
            "security-admin",
            "audit-admin");

    @Autowired
    OpenApiWebMvcResource description;

    @Autowired
    MockMvc mvc;

    @Autowired
    PlatformTransactionManager transactions;

    @TestFactory
    Stream<DynamicTest> answersEveryRubbishWithAProblem() throws Exception {
        var json = description.openapiJson(new MockHttpServletRequest(), "", Locale.SIMPLIFIED_CHINESE);
        var asker = new Asker(mvc, new TransactionTemplate(transactions));
        var people = people();
        var things = RealThings.made(mvc, people.getFirst(), people.get(ROLES.indexOf("system-admin")));
        return Endpoint.of(Samples.JSON.readTree(json)).stream()
                .map(endpoint -> DynamicTest.dynamicTest(
                        endpoint.id(),
                        () -> assertThat(faults(asker, questions(endpoint, asker, people, things)))
                                .isEmpty()));
    }

    /** One of every role and a clerk of another area, stored before anything is rolled back. */
    private List<SignedIn> people() throws Exception {
        var people = new ArrayList<SignedIn>();
        ROLES.forEach(role -> people.add(SignedIn.as(role)));
        people.add(SignedIn.as("clerk", UnitCode.of("ST-150203004"), DivisionCode.of("150203004")));
        for (var person : people) {
            mvc.perform(MockMvcRequestBuilders.get("/api/access/session").with(person));
        }
        return people;
    }

    private static List<String> faults(Asker asker, List<Question> questions) {
        return LANGUAGES.stream()
                .flatMap(language -> questions.stream().flatMap(question -> asker.faultOf(question, language).stream()))
                .toList();
    }

    private static List<Question> questions(Endpoint endpoint, Asker asker, List<SignedIn> people, RealThings things) {
        var good = new HashMap<String, String>();
        endpoint.parameters().forEach(parameter -> good.put(parameter.name(), parameter.sample()));
        things.id(endpoint).ifPresent(id -> good.computeIfPresent("id", (name, sample) -> id));
        var body = endpoint.body().map(schema -> Samples.of(schema, "form").toString());
        var questions = new ArrayList<Question>();
        Stream.concat(people.stream(), Stream.of(AntiForgery.token(), stranger()))
                .forEach(who -> questions.add(new Question(endpoint, good, body, who)));
        var who = questions.stream()
                .filter(question -> asker.ask(question, "en").status() != 403)
                .findFirst()
                .orElseThrow()
                .who();
        for (var parameter : endpoint.parameters()) {
            for (var rubbish : Rubbish.addresses(parameter)) {
                questions.add(new Question(endpoint, with(good, parameter.name(), rubbish), body, who));
            }
        }
        endpoint.body().stream()
                .flatMap(Rubbish::bodies)
                .forEach(rubbish -> questions.add(new Question(endpoint, good, Optional.of(rubbish), who)));
        return questions;
    }

    /** Neither signed in nor in possession of the token against forgery. */
    private static RequestPostProcessor stranger() {
        return request -> request;
    }

    private static Map<String, String> with(Map<String, String> parameters, String name, String value) {
        var others = new HashMap<>(parameters);
        others.put(name, value);
        return others;
    }
}
