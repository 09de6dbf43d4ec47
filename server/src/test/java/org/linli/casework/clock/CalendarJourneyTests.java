package org.linli.casework.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.area.UnitCode;
import org.linli.casework.Term;
import org.linli.shared.DivisionCode;
import org.linli.testing.LinliTest;
import org.linli.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

/** The calendar over HTTP. Far years only: all tests share one calendar. */
@LinliTest
class CalendarJourneyTests {

    private static final String CALENDAR = "/api/casework/calendar";

    @Autowired
    MockMvc mvc;

    @Autowired
    JsonMapper json;

    @Autowired
    WorkingCalendars calendars;

    @Test
    void showsAYearAndWorksOutADeadline() throws Exception {
        mvc.perform(get(CALENDAR + "/2026").with(SignedIn.as("clerk")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.known").value(true))
                .andExpect(jsonPath("$.hours.length()").value(10));
        mvc.perform(get(CALENDAR + "/2052").with(SignedIn.as("clerk")))
                .andExpect(jsonPath("$.known").value(false));
        mvc.perform(get(CALENDAR + "/deadline")
                        .param("acceptedAt", "2026-02-12T01:00:00Z")
                        .param("amount", "5")
                        .param("unit", "WORKING_DAYS")
                        .with(SignedIn.as("clerk")))
                .andExpect(jsonPath("$.due").value("2026-02-26T10:00:00Z"));
    }

    @Test
    void importsAYearOnceItsFaultsAreGone() throws Exception {
        var csv = "date,kind,name\n2061-01-03,holiday,元旦\n2061-01-08,workday,元旦\n";
        mvc.perform(send("/import/check", Map.of("csv", csv + "2061-13-01,holiday,x\n"))
                        .with(supervisor())
                        .header("Accept-Language", "en"))
                .andExpect(jsonPath("$.faults[0].line").value(4))
                .andExpect(jsonPath("$.faults[0].message").value(containsString("not a date")));
        mvc.perform(send("/import", Map.of("csv", csv + "2061-13-01,holiday,x\n", "why", "通知"))
                        .with(supervisor()))
                .andExpect(status().isUnprocessableContent());
        assertThat(worked("2061-01-03")).isTrue();
        mvc.perform(send("/import", Map.of("csv", csv, "why", "国办发明电〔2060〕1号")).with(supervisor()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.changed").value(2));
        assertThat(List.of(worked("2061-01-03"), worked("2061-01-08"))).containsExactly(false, true);
        assertThat(calendars
                        .terms()
                        .deadline(Calendars.at("2061-01-05T09:00"), new Term(1, Term.Unit.WORKING_DAYS))
                        .assumedFrom())
                .isEmpty();
    }

    @Test
    void changesADayWithAReasonAndTakesItBack() throws Exception {
        var day = Map.of("day", "2063-05-08", "worked", false, "name", "停电", "why", "全区检修停电");
        mvc.perform(send("/days", day).with(supervisor()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.days[0].why").value("全区检修停电"));
        assertThat(worked("2063-05-08")).isFalse();
        mvc.perform(send("/days", day).with(supervisor())).andExpect(status().isConflict());
        mvc.perform(send("/days/2063-05-08/take-back", Map.of("why", "检修取消")).with(supervisor()))
                .andExpect(status().isOk());
        assertThat(worked("2063-05-08")).isTrue();
    }

    @Test
    void leavesTheCalendarToThoseWhoMayChangeIt() throws Exception {
        var day = Map.of("day", "2063-06-08", "worked", true, "name", "x", "why", "x");
        mvc.perform(send("/days", day).with(SignedIn.as("clerk"))).andExpect(status().isForbidden());
    }

    @Test
    void rehearsesNothingWithoutAChange() throws Exception {
        var body = Map.of("procedure", "counter-accept", "from", "2026-01-01", "to", "2026-02-01");
        mvc.perform(post("/api/casework/rehearsals")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(body))
                        .with(supervisor()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.reason").value("casework.rehearsal-changes-nothing"));
    }

    private boolean worked(String day) {
        return calendars.terms().calendar().isWorked(java.time.LocalDate.parse(day));
    }

    private MockHttpServletRequestBuilder send(String path, Map<String, ?> body) {
        return post(CALENDAR + path).contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(body));
    }

    private static SignedIn supervisor() {
        return SignedIn.as("district-supervisor", UnitCode.of("DISTRICT-150203"), DivisionCode.of("150203"));
    }
}
