package org.linli.counter.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.testing.AntiForgery.token;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.area.UnitCode;
import org.linli.cardreader.CardBlock;
import org.linli.shared.DivisionCode;
import org.linli.testing.LinliTest;
import org.linli.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@LinliTest
class CardJourneyTests {

    private static final String STATION = "ST-150203013";
    private static final String NUMBER = CardBlock.number("15020319510416002");

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    private final SignedIn clerk = SignedIn.as("clerk", UnitCode.of(STATION), DivisionCode.of("150203013"));

    @Test
    void masksACardThatNoVisitAsksFor() throws Exception {
        sent("/api/counter/cards/read", "{\"textBlock\":\"%s\"}".formatted(block("20110520", "长期")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.inFull").value(false))
                .andExpect(jsonPath("$.name").value("赵**"))
                .andExpect(jsonPath("$.number").value("150203********" + NUMBER.substring(14)))
                .andExpect(jsonPath("$.birth").doesNotExist())
                .andExpect(jsonPath("$.nation").doesNotExist());
    }

    @Test
    void showsTheCardOfTheVisitorAtTheWindowInFullAndNotesIt() throws Exception {
        sent("/api/counter/stations/" + STATION + "/visits", """
                {"way":"NAME","name":"赵秀英","items":[],"priority":false,"requestKey":"%s"}""".formatted(UUID.randomUUID()));
        sent("/api/counter/windows/1/open", "{}").andExpect(status().is2xxSuccessful());
        var called = sent("/api/counter/visits/next", "{\"requestKey\":\"%s\"}".formatted(UUID.randomUUID()))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        String visit = JsonPath.read(called, "$.visit.id");

        sent(
                        "/api/counter/cards/read",
                        "{\"textBlock\":\"%s\",\"visit\":\"%s\"}".formatted(block("20110520", "长期"), visit))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.inFull").value(true))
                .andExpect(jsonPath("$.name").value("赵秀英"))
                .andExpect(jsonPath("$.number").value(NUMBER))
                .andExpect(jsonPath("$.validUntil").doesNotExist());

        var noted = jdbc.sql("select subject || fields from privacy.disclosure where object = :object")
                .param("object", "visit:" + visit)
                .query(String.class)
                .single();
        assertThat(noted).contains("idNumber").doesNotContain(NUMBER);
    }

    @Test
    void showsNoCardInFullForAVisitAtAnotherWindow() throws Exception {
        sent(
                        "/api/counter/cards/read",
                        "{\"textBlock\":\"%s\",\"visit\":\"%s\"}".formatted(block("20110520", "长期"), UUID.randomUUID()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.reason").value("counter.card-visit"));
    }

    @Test
    void saysInTheUsersLanguageWhatIsWrong() throws Exception {
        var expired = "{\"textBlock\":\"%s\"}".formatted(block("20050601", "20250601"));
        sent("/api/counter/cards/read", expired)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.reason").value("counter.card-expired"))
                .andExpect(jsonPath("$.faults[0].field").value("validUntil"))
                .andExpect(jsonPath("$.title").value(org.hamcrest.Matchers.containsString("2025-06-01")));
        web.perform(post("/api/counter/cards/read")
                        .with(clerk)
                        .with(token())
                        .header("Accept-Language", "en")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(expired))
                .andExpect(jsonPath("$.title").value("The card expired on 2025-06-01; please use a valid document."));
        sent("/api/counter/cards/read", "{\"textBlock\":\"!!!\"}").andExpect(status().isUnprocessableContent());
        sent("/api/counter/cards/read", "{}").andExpect(jsonPath("$.reason").value("counter.card-nothing-read"));
    }

    @Test
    void takesTheFieldsOfAVendorsServiceUnderTheSameRules() throws Exception {
        var fields = """
                {"fields":{"name":"赵秀英","sex":"%s","nation":"汉","birth":"1951年4月16日","address":"少先路22号",
                 "number":"%s","issuer":"包头市公安局","validFrom":"2011.05.20","validUntil":"长期"}}""";
        sent("/api/counter/cards/read", fields.formatted("女", NUMBER))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.kind").value("CITIZEN"));
        sent("/api/counter/cards/read", fields.formatted("男", NUMBER))
                .andExpect(jsonPath("$.reason").value("counter.card-number-and-sex"));
    }

    private ResultActions sent(String path, String json) throws Exception {
        return web.perform(post(path)
                .with(clerk)
                .with(token())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json));
    }

    private static String block(String from, String until) {
        var block = CardBlock.citizen(
                "赵秀英", '2', "19510416", "内蒙古包头市昆都仑区少先路22号街坊14栋3单元201号", NUMBER, "包头市公安局昆都仑区分局", from, until);
        return Base64.getEncoder().encodeToString(block);
    }
}
