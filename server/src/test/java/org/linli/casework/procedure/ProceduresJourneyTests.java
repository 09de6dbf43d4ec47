package org.linli.casework.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.area.UnitCode;
import org.linli.shared.DivisionCode;
import org.linli.testing.LinliTest;
import org.linli.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Procedures as a supervisor and a clerk meet them over HTTP. */
@LinliTest
class ProceduresJourneyTests {

    private static final String PROCEDURES = "/api/casework/procedures";

    @Autowired
    MockMvc mvc;

    @Autowired
    JsonMapper json;

    @Autowired
    Procedures procedures;

    @Test
    void showsAProcedureWithItsDiagramToAClerk() throws Exception {
        mvc.perform(get(PROCEDURES).with(SignedIn.as("clerk")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[*].key", hasItem("counter-accept")));
        mvc.perform(get(PROCEDURES + "/counter-accept").with(SignedIn.as("clerk")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.procedure.diagram.boxes.length()").value(14))
                .andExpect(jsonPath("$.procedure.promised.amount").value(15))
                .andExpect(jsonPath("$.versions[0].version").value(1));
        mvc.perform(get(PROCEDURES + "/counter-accept/versions/99").with(SignedIn.as("clerk")))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.reason").value("casework.no-such-procedure-version"));
    }

    @Test
    void namesTheFaultsOfASourceInTheLanguageOfTheRequest() throws Exception {
        var faulty = lamp("lamp-checked", 1).replace("initial: REPORTED", "initial: NOWHERE");
        mvc.perform(send(PROCEDURES + "/check", Map.of("source", faulty)).with(supervisor()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.faults[0].line").value(5))
                .andExpect(jsonPath("$.faults[0].message").value(containsString("不存在")));
        mvc.perform(send(PROCEDURES, Map.of("source", faulty, "note", "try"))
                        .with(supervisor())
                        .header("Accept-Language", "en"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.reason").value("casework.faulty-procedure"))
                .andExpect(jsonPath("$.faults[0].field").value("source:5"))
                .andExpect(jsonPath("$.faults[0].message").value(containsString("does not exist")));
        assertThat(procedures.current("lamp-checked")).isEmpty();
    }

    @Test
    void publishesANewVersionAndNeverChangesAnOldOne() throws Exception {
        publish(lamp("lamp-published", 1), 200);
        publish(lamp("lamp-published", 1), 200);
        publish(lamp("lamp-published", 1).replace("promised: 5", "promised: 6"), 422);
        publish(lamp("lamp-published", 3).replace("promised: 5", "promised: 6"), 200);
        publish(lamp("lamp-published", 2), 409);
        assertThat(procedures.current("lamp-published")).map(Procedure::version).contains(3);
        assertThat(procedures.version("lamp-published", 1))
                .map(Procedure::version)
                .contains(1);
    }

    @Test
    void leavesPublishingToThoseWhoMay() throws Exception {
        mvc.perform(send(PROCEDURES, Map.of("source", lamp("lamp-refused", 1), "note", "try"))
                        .with(SignedIn.as("clerk")))
                .andExpect(status().isForbidden());
        mvc.perform(send(PROCEDURES, Map.of("source", lamp("lamp-refused", 1), "note", " "))
                        .with(supervisor()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.faults[0].field").value("note"));
    }

    private void publish(String source, int expected) throws Exception {
        mvc.perform(send(PROCEDURES, Map.of("source", source, "note", "试行")).with(supervisor()))
                .andExpect(status().is(expected));
    }

    private MockHttpServletRequestBuilder send(String path, Map<String, String> body) {
        return post(path).contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(body));
    }

    private static SignedIn supervisor() {
        return SignedIn.as("district-supervisor", UnitCode.of("DISTRICT-150203"), DivisionCode.of("150203"));
    }

    private static String lamp(String key, int version) throws java.io.IOException {
        return new ClassPathResource("casework/faultless.yaml")
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("key: street-lamp", "key: " + key)
                .replace("version: 1", "version: " + version);
    }
}
