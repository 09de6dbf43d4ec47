package org.linli.counter.errand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.area.UnitCode;
import org.linli.casework.Cases;
import org.linli.shared.DivisionCode;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.linli.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** Photos of materials: handed in with the application or later, read only by those who may see the applicant's data. */
@LinliTest
class ErrandFilesTests {

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
    void keepsThePhotosOfAMaterialWithItsErrand() {
        var photo = windows.upload(windows.clerk);
        var accepted = windows.accept(withFiles(List.of(photo)));
        var id = accepted.text("/errand/id");
        assertThat(filesOf(accepted.body().at("/errand"))).containsExactly(photo);

        var second = windows.upload(windows.clerk);
        var form = Map.of("material", "household-register", "files", List.of(second));
        var added = windows.post(windows.clerk, "/api/counter/errands/" + id + "/files", form);
        assertThat(filesOf(added.body())).containsExactly(photo, second);
        var voided = windows.post(
                windows.clerk, "/api/counter/errands/" + id + "/files/" + second + "/void", Map.of("why", "拍错了"));
        assertThat(filesOf(voided.body())).containsExactly(photo);
    }

    @Test
    void keepsPhotosAsLongAsItsItemSaysAndMistakesForAMonth() {
        var photo = windows.upload(windows.clerk);
        assertThat(keptUntil(photo)).isEqualTo("unattached-7-days 2026-03-09");
        var id = windows.accept(withFiles(List.of(photo))).text("/errand/id");
        assertThat(keptUntil(photo)).isEqualTo("errand-10-years 2036-03-02");
        windows.post(windows.clerk, "/api/counter/errands/" + id + "/files/" + photo + "/void", Map.of("why", "拍错了"));
        assertThat(keptUntil(photo)).isEqualTo("voided-30-days 2026-04-01");
    }

    private String keptUntil(String file) {
        return jdbc.sql("select retention_class || ' ' || keep_until from files.file where id = cast(:id as uuid)")
                .param("id", file)
                .query(String.class)
                .single();
    }

    private static List<String> filesOf(JsonNode errand) {
        var files = new ArrayList<String>();
        errand.path("materials")
                .forEach(material -> material.path("files")
                        .forEach(file -> files.add(file.path("id").asString(""))));
        return files;
    }

    @Test
    void opensThemToThoseWhoMaySeeTheApplicantOnly() {
        var photo = windows.upload(windows.clerk);
        var id = windows.accept(withFiles(List.of(photo))).text("/errand/id");
        var path = "/api/files/" + photo;
        assertThat(windows.status(SignedIn.as("clerk"), path)).isEqualTo(200);
        assertThat(windows.status(
                        SignedIn.as("agent", UnitCode.of("AP-001"), DivisionCode.of(Windows.COMMUNITY)), path))
                .isEqualTo(404);
        assertThat(windows.status(
                        SignedIn.as("clerk", UnitCode.of("ST-150203003"), DivisionCode.of("150203003")), path))
                .isEqualTo(404);
        assertThat(jdbc.sql("select count(*) from privacy.disclosure where object = :object and purpose = :purpose")
                        .param("object", "errand:" + id)
                        .param("purpose", "counter.errand.file")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void refusesAPhotoSomebodyElseUploaded() {
        var photo = windows.upload(SignedIn.as("clerk"));
        var refused = windows.accept(withFiles(List.of(photo)));
        assertThat(refused.text("/reason")).isEqualTo("files.not-allowed");
        assertThat(jdbc.sql("select count(*) from counter.errand_file where id = cast(:id as uuid)")
                        .param("id", photo)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void refusesAFileThatLiesAboutItsType() {
        assertThat(windows.upload(windows.clerk, "page.jpg", "image/jpeg", Windows.png())
                        .text("/reason"))
                .isEqualTo("files.not-what-it-claims");
    }

    @Test
    void tellsOnceWhatIsWrongWithEachMaterial() {
        var application = Windows.pension(person, "MISSING");
        var bankCard = new LinkedHashMap<String, Object>(
                Map.of("code", "bank-card", "state", "MISSING", "fault", "DIFFERS", "words", "卡主不是本人"));
        application.put("materials", List.of(Map.of("code", "household-register", "state", "PRESENT"), bankCard));
        var told = windows.accept(application);
        assertThat(told.text("/outcome")).isEqualTo("MATERIALS_MISSING");
        bankCard.put("fault", "OTHER");
        bankCard.put("words", "");
        application.put("requestKey", application.get("requestKey") + "-2");
        assertThat(windows.accept(application).text("/reason")).isEqualTo("counter.reason-needed");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> withFiles(List<String> files) {
        var application = Windows.pension(person, "PRESENT");
        var materials = new ArrayList<Map<String, Object>>((List<Map<String, Object>>) application.get("materials"));
        materials.set(0, Map.of("code", "household-register", "state", "PRESENT", "files", files));
        application.put("materials", materials);
        return application;
    }
}
