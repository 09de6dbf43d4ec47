package org.linli.counter.hall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.testing.AntiForgery.token;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.linli.area.UnitCode;
import org.linli.shared.DemoData;
import org.linli.shared.DivisionCode;
import org.linli.testing.LinliTest;
import org.linli.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;

/** The hall over HTTP, as the desk, the window, the call screen and the tablet use it. */
@LinliTest
class HallJourneyTests {

    private static final String STATION = "ST-150203012";

    @Autowired
    MockMvc web;

    @Autowired
    DemoHall demo;

    @Autowired
    JdbcClient jdbc;

    private final SignedIn clerk = SignedIn.as("clerk", UnitCode.of(STATION), DivisionCode.of("150203012"));

    @Test
    void goesFromTheDeskToTheTablet() throws Exception {
        var ticket = sent("/api/counter/stations/" + STATION + "/visits", clerk, """
                {"way":"NAME","name":"欧阳娜娜","items":["150203-SL-007"],"priority":true,"requestKey":"%s"}
                """.formatted(Halls.key()));
        assertThat(ticket.at("/visit/ticket").asText()).startsWith("P");
        assertThat(ticket.at("/visit/maskedName").asText()).isEqualTo("欧***");
        assertThat(ticket.findValuesAsText("bring")).contains("true", "false");
        sent("/api/counter/windows/4/open", clerk, "{}");
        var called = sent("/api/counter/visits/next", clerk, "{\"requestKey\":\"%s\"}".formatted(Halls.key()));
        web.perform(get("/api/public/hall/" + STATION + "/screen"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.calls[0].window").value(4))
                .andExpect(jsonPath("$..maskedName").doesNotExist());
        web.perform(get("/api/counter/stations/" + STATION + "/board").with(clerk))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.atWindows[0].window").value(4));
        var finished = sent(
                "/api/counter/visits/" + called.at("/visit/id").asText() + "/finish",
                clerk,
                "{\"revision\":%d,\"requestKey\":\"%s\"}"
                        .formatted(called.at("/visit/revision").asInt(), Halls.key()));
        var code = finished.at("/ratingCode").asText();
        web.perform(get("/api/public/hall/" + STATION + "/windows/4/rating"))
                .andExpect(jsonPath("$.code").value(code));
        var noGrade = post("/api/public/hall/rating/" + code).with(token());
        web.perform(noGrade.contentType(MediaType.APPLICATION_JSON).content("{\"reasons\":[]}"))
                .andExpect(status().isUnprocessableContent());
        web.perform(post("/api/public/hall/rating/" + code)
                        .with(token())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"grade\":5,\"reasons\":[]}"))
                .andExpect(status().isOk());
        web.perform(get("/api/public/hall/rating/" + code)).andExpect(status().isConflict());
    }

    @Test
    void guidesEverybodyAndSaysThatTermsWereNotChecked() throws Exception {
        web.perform(get("/api/public/items"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(97));
        web.perform(get("/api/public/items?search=jzjzqk"))
                .andExpect(jsonPath("$.length()").value(0));
        web.perform(get("/api/public/items?search=xjzd"))
                .andExpect(jsonPath("$[0].code").value("150203-ZM-001"));
        web.perform(get("/api/public/items/150203-ZM-001"))
                .andExpect(jsonPath("$.termsChecked").value(false))
                .andExpect(jsonPath("$.statutory.amount").value(1))
                .andExpect(jsonPath("$.guide.questions[0].question.zh").isNotEmpty());
        web.perform(get("/api/public/items/150203-XX-999")).andExpect(status().isNotFound());
    }

    @Test
    void publishesAVersionThatHasNoFaults() throws Exception {
        var editor = SignedIn.as("catalogue-editor", UnitCode.of("DG-150203"), DivisionCode.of("150203"));
        var path = "/api/counter/items/150203-SL-070";
        var source = read(path + "/versions/1", editor).at("/source").asText();
        var json = new ObjectMapper();
        var wrong = json.createObjectNode().put("source", source.replace("amount: 7", "amount: 99"));
        var dry = sent(path + "/dry-run", editor, wrong.toString());
        assertThat(dry.at("/publishable").asBoolean()).isFalse();
        assertThat(dry.at("/faults/0/line").asInt()).isPositive();
        web.perform(post(path + "/versions")
                        .with(editor)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(wrong.toString()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.reason").value("counter.item-has-faults"));
        var next = json.createObjectNode()
                .put("source", source.replace("version: 1", "version: 2").replace("amount: 7", "amount: 6"))
                .put("note", "承诺时限缩短一天");
        assertThat(sent(path + "/versions", editor, next.toString())
                        .at("/promised/amount")
                        .asInt())
                .isEqualTo(6);
        assertThat(read(path + "/versions/1", editor)
                        .at("/item/promised/amount")
                        .asInt())
                .isEqualTo(7);
        assertThat(read(path + "/versions", editor)).hasSize(2);
        web.perform(post(path + "/versions")
                        .with(clerk)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(next.toString()))
                .andExpect(status().isForbidden());
    }

    @Test
    @Transactional
    void showsFiguresOfInventedWeeks() throws Exception {
        demo.load(DemoData.Size.SMALL);
        var supervisor = SignedIn.as("district-supervisor", UnitCode.of("DG-150203"), DivisionCode.of("150203"));
        var quarter = read("/api/counter/figures/quarter-hour", supervisor);
        assertThat(quarter.at("/total/errands").asInt()).isGreaterThan(2000);
        assertThat(quarter.at("/total/share").asDouble()).isBetween(0.8, 1.0);
        assertThat(quarter.at("/byStation")).hasSizeGreaterThanOrEqualTo(13);
        var relief = read("/api/counter/figures/relief", supervisor);
        assertThat(relief.at("/atStations").asInt()).isPositive();
        assertThat(relief.at("/atHall").asInt()).isPositive();
        assertThat(read("/api/counter/figures/times?station=ST-150203001", supervisor))
                .hasSize(1);
        assertThat(read("/api/counter/figures/rows?over=true&station=ST-150203001", supervisor))
                .isNotEmpty();
        web.perform(get("/api/counter/figures/relief?from=2020-01-01&to=2026-01-01")
                        .with(supervisor))
                .andExpect(status().isUnprocessableContent());
        var waiting = jdbc.sql("select count(*) from counter.visit where state = 'WAITING' and way = 'CARD'")
                .query(Integer.class)
                .single();
        assertThat(waiting).isGreaterThanOrEqualTo(36);
    }

    private JsonNode read(String path, RequestPostProcessor who) throws Exception {
        return body(web.perform(get(path).with(who))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private JsonNode sent(String path, RequestPostProcessor who, String json) throws Exception {
        return body(web.perform(post(path)
                        .with(who)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private static JsonNode body(String text) throws Exception {
        return new ObjectMapper().readTree(text.isEmpty() ? "{}" : text);
    }
}
