package org.linli.area;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@LinliTest
class AreaControllerTests {

    @Autowired
    MockMvc web;

    @Test
    void listsTheSubDistricts() throws Exception {
        web.perform(signedIn("/api/area/divisions?within=150203000000"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$", hasSize(16)))
                .andExpect(jsonPath("$[0].code").value("150203001"))
                .andExpect(jsonPath("$[0].names.zh").value("少先路街道"))
                .andExpect(jsonPath("$[0].inside").value(9));
    }

    @Test
    void listsTheUnitsOfAPlace() throws Exception {
        web.perform(signedIn("/api/area/units?kind=STATION&within=150203012"))
                .andExpect(jsonPath("$", hasSize(1)))
                .andExpect(jsonPath("$[0].serves", hasSize(2)));
    }

    @Test
    void saysWhatAPointLiesIn() throws Exception {
        web.perform(signedIn("/api/area/locate?lon=109.8382&lat=40.6420"))
                .andExpect(jsonPath("$.divisions", hasSize(4)))
                .andExpect(jsonPath("$.divisions[3].level").value("GRID_CELL"))
                .andExpect(jsonPath("$.station.kind").value("STATION"));
        web.perform(signedIn("/api/area/locate?lon=116.4&lat=39.9"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.divisions", hasSize(0)));
    }

    @Test
    void readsADivisionWithThoseAroundIt() throws Exception {
        web.perform(signedIn("/api/area/divisions/150203012027"))
                .andExpect(jsonPath("$.divisions", hasSize(3)))
                .andExpect(jsonPath("$.divisions[2].shortNames.zh").value("保利新华社区"));
    }

    @Test
    void drawsTheCellsOfACommunity() throws Exception {
        web.perform(signedIn("/api/area/cells?within=150203012027"))
                .andExpect(jsonPath("$.type").value("FeatureCollection"))
                .andExpect(jsonPath("$.synthetic").value(true))
                .andExpect(jsonPath("$.features[0].id").value("150203012027001"))
                .andExpect(jsonPath("$.features[0].geometry.type").value("MultiPolygon"));
    }

    @Test
    void refusesUnknownDivisionsInTheReadersLanguage() throws Exception {
        web.perform(signedIn("/api/area/divisions?within=150299"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.reason").value("area.unknown-division"))
                .andExpect(jsonPath("$.title", containsString("没有代码为 150299 的区划")));
        web.perform(signedIn("/api/area/cells?within=12ab").header("Accept-Language", "en"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.title", containsString("is not a division code")));
        web.perform(signedIn("/api/area/locate?lon=200&lat=40")).andExpect(status().is(422));
        web.perform(signedIn("/api/area/units?kind=CASTLE")).andExpect(status().is(422));
    }

    @Test
    void namesTheParameterThatIsMissingOrNoNumber() throws Exception {
        web.perform(signedIn("/api/area/cells"))
                .andExpect(status().is(400))
                .andExpect(jsonPath("$.title", containsString("提交的内容有误")))
                .andExpect(jsonPath("$.faults[0].field").value("within"));
        web.perform(signedIn("/api/area/locate?lon=abc&lat=40").header("Accept-Language", "en"))
                .andExpect(jsonPath("$.faults[0].field").value("lon"))
                .andExpect(jsonPath("$.faults[0].message").value("Please check this field."));
    }

    @Test
    void showsStationsToEverybodyAndMarksUnconfirmedHours() throws Exception {
        web.perform(get("/api/public/stations").with(user("anybody")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$", hasSize(12)))
                .andExpect(jsonPath("$[0].openingHoursConfirmed").value(false));
    }

    private static MockHttpServletRequestBuilder signedIn(String url) {
        return get(url).with(user("anybody"));
    }
}
