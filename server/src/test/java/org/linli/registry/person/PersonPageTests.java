package org.linli.registry.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.area.UnitCode;
import org.linli.registry.People;
import org.linli.registry.PersonId;
import org.linli.registry.testing.Households;
import org.linli.shared.DivisionCode;
import org.linli.shared.IdDocument;
import org.linli.shared.Sex;
import org.linli.testing.LinliTest;
import org.linli.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@LinliTest
class PersonPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private final SignedIn clerk = SignedIn.as("clerk");
    private IdDocument document;
    private PersonId person;

    @BeforeEach
    void aPersonAtHome() {
        var households = new Households(jdbc, people);
        document = Households.someDocument(Sex.FEMALE);
        person = households.register("王小芳", document, "10012345678");
        var son = households.register("李小明", Households.someDocument(Sex.MALE), Households.somePhone());
        var dwelling = households.dwelling(households.compound("页面小区" + document.number()), "19", "3", "502");
        households.settle(person, dwelling);
        households.household(dwelling, person, son);
    }

    @Test
    void showsThePageMasked() throws Exception {
        mvc.perform(get("/api/registry/people/" + person).with(clerk))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.full").value(false))
                .andExpect(jsonPath("$.name").value("王**"))
                .andExpect(jsonPath("$.birth").value(document.number().substring(6, 10)))
                .andExpect(jsonPath("$.phones[0].number").value("100****5678"))
                .andExpect(jsonPath("$.residences[0].address").value("页面小区" + document.number() + "***"))
                .andExpect(jsonPath("$.household.members.length()").value(2))
                .andExpect(jsonPath("$.household.members[0].self").value(true))
                .andExpect(jsonPath("$.household.members[1].relationNames.en").value("Son"));
    }

    @Test
    void showsItWholeForAPurposeThatIsWrittenDown() throws Exception {
        reveal("").andExpect(status().isUnprocessableContent());
        reveal("核对联系电话")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.full").value(true))
                .andExpect(jsonPath("$.name").value("王小芳"))
                .andExpect(jsonPath("$.documents[0].number").value(document.number()));
        assertThat(jdbc.sql("select count(*) from privacy.disclosure where object = :object")
                        .param("object", "person:" + person)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void tellsItsHistory() throws Exception {
        mvc.perform(put("/api/registry/people/" + person)
                        .with(clerk)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"revision": 1, "facts": {"name": "王晓芳", "sex": "FEMALE"},
                                 "source": "COUNTER", "reason": "身份证上的写法"}"""))
                .andExpect(status().isOk());
        mvc.perform(get("/api/registry/people/" + person + "/changes").with(clerk))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.reason == '身份证上的写法')].rows[0].act").value("CHANGED"))
                .andExpect(jsonPath("$[?(@.reason == '身份证上的写法')].rows[0].fields[?(@.field == 'name')].after")
                        .value("王**"));
    }

    @Test
    void isThereOnlyForItsArea() throws Exception {
        var elsewhere = SignedIn.as("clerk", UnitCode.of("ST-150203003"), DivisionCode.of("150203003"));
        mvc.perform(get("/api/registry/people/" + person).with(elsewhere)).andExpect(status().isNotFound());
        mvc.perform(get("/api/registry/people/" + PersonId.next()).with(clerk)).andExpect(status().isNotFound());
    }

    @Test
    void wasNotThereBeforeItWasRegistered() throws Exception {
        mvc.perform(get("/api/registry/people/" + person + "?on=2020-01-01").with(clerk))
                .andExpect(status().isNotFound());
    }

    private org.springframework.test.web.servlet.ResultActions reveal(String purpose) throws Exception {
        return mvc.perform(post("/api/registry/people/" + person + "/reveal")
                .with(clerk)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"purpose\": \"" + purpose + "\"}"));
    }
}
