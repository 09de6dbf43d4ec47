package org.linli.wearables.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.access.Acting;
import org.linli.area.UnitCode;
import org.linli.shared.DivisionCode;
import org.linli.testing.DeviceNumbers;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.linli.testing.SignedIn;
import org.linli.wearables.ConsentKind;
import org.linli.wearables.VitalKind;
import org.linli.wearables.Wearables;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looking at where somebody was and what their watch measured. */
@LinliTest
class HistoryJourneyTests {

    private static final DivisionCode COMMUNITY = DivisionCode.of("150203001016");
    private static final UnitCode COMMITTEE = UnitCode.of("CO-150203001016");
    private static final LocalDate TODAY = SettableClock.START.toLocalDate();
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);
    private static final Instant MIDNIGHT = YESTERDAY.atStartOfDay(Span.CHINA).toInstant();
    private static final int LON = 1_098_300_000;
    private static final int LAT = 406_500_000;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Wearables wearables;

    private final SignedIn clerk = SignedIn.as("committee-clerk", COMMITTEE, COMMUNITY);
    private final Acting house = Acting.system("test");
    private final UUID wearer = UUID.randomUUID();
    private int device;

    @BeforeEach
    void aWatchOnAWrist() {
        device = wearables.register(house, DeviceNumbers.next(), "H59", COMMUNITY);
        wearables.handOut(house, device, wearer, COMMUNITY);
        for (var day = TODAY.minusDays(40); !day.isAfter(TODAY.plusDays(2)); day = day.plusDays(1)) {
            HistoryParts.day(jdbc, day);
            HistoryParts.month(jdbc, day);
        }
    }

    @Test
    void isRefusedWithoutAConsentInForce() {
        agrees(ConsentKind.POSITION);
        assertThat(refusal(clerk, track(MIDNIGHT, MIDNIGHT.plusSeconds(60)))).isEqualTo("wearables.no-track-consent");
        assertThat(refusal(clerk, "/track/days")).isEqualTo("wearables.no-track-consent");
        assertThat(refusal(clerk, "/vitals/latest")).isEqualTo("wearables.no-vitals-consent");
        assertThat(refusal(clerk, vitals(VitalKind.OXYGEN, MIDNIGHT, MIDNIGHT.plusSeconds(60))))
                .isEqualTo("wearables.no-vitals-consent");
        assertThat(looks()).as("nothing was shown").isEmpty();
        agrees(ConsentKind.TRACK);
        assertThat(get(clerk, "/track/days").getStatus()).isEqualTo(200);
        assertThat(mvc.post()
                        .uri("/api/wearables/devices/{id}/consents/TRACK/withdraw", device)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\":\"本人电话撤回\"}")
                        .with(clerk))
                .hasStatus(204);
        assertThat(refusal(clerk, "/track/days")).isEqualTo("wearables.no-track-consent");
    }

    @Test
    void isForWhoeverMayInTheAreaOnly() {
        agreesToAll();
        var elsewhere = SignedIn.as("committee-clerk", UnitCode.of("CO-150203001015"), DivisionCode.of("150203001015"));
        var supervisor = SignedIn.as("district-supervisor", COMMITTEE, COMMUNITY);
        for (var path : new String[] {
            track(MIDNIGHT, MIDNIGHT.plusSeconds(60)),
            "/track/days",
            "/vitals/latest",
            vitals(VitalKind.OXYGEN, MIDNIGHT, MIDNIGHT.plusSeconds(60))
        }) {
            assertThat(get(elsewhere, path).getStatus()).as(path).isEqualTo(403);
            assertThat(get(supervisor, path).getStatus()).as(path).isEqualTo(403);
        }
        assertThat(looks()).isEmpty();
    }

    @Test
    void isInTheLedgerWithTheDayLookedAt() {
        agreesToAll();
        shown(track(MIDNIGHT, MIDNIGHT.plus(Duration.ofHours(24))));
        shown("/track/days");
        shown(vitals(VitalKind.HEART_RATE, MIDNIGHT.minus(Duration.ofDays(6)), MIDNIGHT.plus(Duration.ofDays(1))));
        assertThat(looks())
                .containsExactlyInAnyOrder(
                        Map.of("fields", "track", "object", "device:" + device + "/" + YESTERDAY),
                        Map.of(
                                "fields",
                                "track",
                                "object",
                                "device:" + device + "/" + TODAY.minusDays(30) + "/" + TODAY),
                        Map.of(
                                "fields",
                                "vitals",
                                "object",
                                "device:" + device + "/" + YESTERDAY.minusDays(6) + "/" + YESTERDAY));
    }

    @Test
    void endsAStretchWhereNothingWasHeardForLong() {
        agreesToAll();
        for (var minute : new int[] {0, 5, 10, 20, 31, 32}) {
            fix(MIDNIGHT.plusSeconds(minute * 60L), LON + minute * 10_000, LAT, 0);
        }
        var stretches =
                shown(track(MIDNIGHT, MIDNIGHT.plus(Duration.ofHours(1)))).path("stretches");
        assertThat(stretches
                        .valueStream()
                        .map(stretch -> stretch.get(0).path("at").asString()))
                .as("ten minutes are no gap, eleven are")
                .containsExactly(
                        MIDNIGHT.toString(), MIDNIGHT.plusSeconds(31 * 60).toString());
        assertThat(stretches.get(1).get(0).path("lon").asDouble()).isEqualTo(109.861);
        assertThat(stretches.get(1).get(0).path("speed").asInt()).isEqualTo(4);
    }

    @Test
    void leavesOutWhatADoubtfulClockSaysAndCountsWhatWasSentTwiceOnce() {
        agreesToAll();
        fix(MIDNIGHT, LON, LAT, 0);
        fix(MIDNIGHT, LON, LAT, 0);
        fix(MIDNIGHT.plusSeconds(60), LON + 900_000, LAT, 1);
        var stretches =
                shown(track(MIDNIGHT, MIDNIGHT.plus(Duration.ofHours(1)))).path("stretches");
        assertThat(stretches).hasSize(1);
        assertThat(stretches.get(0)).hasSize(1);
        var days = shown("/track/days");
        assertThat(days).hasSize(1);
        assertThat(days.get(0).path("day").asString()).isEqualTo(YESTERDAY.toString());
        assertThat(days.get(0).path("count").asInt()).isEqualTo(1);
    }

    @Test
    void findsWhatCameADayLate() {
        agreesToAll();
        fix(MIDNIGHT, MIDNIGHT.plus(Duration.ofHours(23)), LON, LAT, 0);
        assertThat(shown(track(MIDNIGHT, MIDNIGHT.plusSeconds(1))).path("stretches"))
                .hasSize(1);
    }

    @Test
    void asksForADayAtMost() {
        agreesToAll();
        assertThat(refusal(clerk, track(MIDNIGHT, MIDNIGHT.plus(Duration.ofHours(25)))))
                .isEqualTo("wearables.span-not-possible");
        assertThat(refusal(clerk, track(MIDNIGHT, MIDNIGHT))).isEqualTo("wearables.span-not-possible");
        assertThat(refusal(clerk, vitals(VitalKind.OXYGEN, MIDNIGHT, MIDNIGHT.plus(Duration.ofDays(32)))))
                .isEqualTo("wearables.span-not-possible");
    }

    /** A watch that says where it is more than once a second, walking in circles the whole day. */
    @Test
    void opensADayOfAHundredThousandInAnswersThatAreBounded() {
        agreesToAll();
        jdbc.sql("""
                insert into wearables.fix (device_id, lon, lat, at, received_at, speed)
                select :device, :lon + (cos(n / 3000.0) * 50000)::int, :lat + (sin(n / 3000.0) * 50000)::int,
                       cast(:midnight as timestamptz) + n * interval '864 milliseconds', cast(:midnight as timestamptz) + n * interval '864 milliseconds', 4
                  from generate_series(0, 99999) n""")
                .param("device", device)
                .param("lon", LON)
                .param("lat", LAT)
                .param("midnight", Timestamp.from(MIDNIGHT))
                .update();
        var from = MIDNIGHT;
        var to = MIDNIGHT.plus(Duration.ofDays(1));
        var answers = 0;
        var spots = 0;
        for (Instant next = from; next != null; answers++) {
            var answer = get(clerk, track(next, to));
            assertThat(answer.getContentAsByteArray()).hasSizeLessThan(200_000);
            var part = read(answer);
            spots += part.path("stretches")
                    .valueStream()
                    .mapToInt(JsonNode::size)
                    .sum();
            next = part.path("next").isString()
                    ? Instant.parse(part.path("next").asString())
                    : null;
        }
        assertThat(answers).isEqualTo(100_000 / Tracks.MOST_READ);
        assertThat(spots).isBetween(100, 5_000);
        var day = shown("/track/days").get(0);
        assertThat(day.path("count").asInt()).isEqualTo(100_000);
        assertThat(day.path("metres").asLong())
                .as("33 radians of a circle of about half a kilometre")
                .isBetween(12_000L, 18_000L);
    }

    @Test
    void showsEachVitalAsANumber() {
        agreesToAll();
        vital(VitalKind.BLOOD_PRESSURE, MIDNIGHT, 142, 91);
        vital(VitalKind.TEMPERATURE, MIDNIGHT, 366, null);
        var pressure = shown(vitals(VitalKind.BLOOD_PRESSURE, MIDNIGHT, MIDNIGHT.plusSeconds(1)));
        assertThat(pressure.path("seconds").asInt()).isZero();
        assertThat(pressure.path("values").get(0).path("value").path("mean").asInt())
                .isEqualTo(142);
        assertThat(pressure.path("values").get(0).path("second").path("most").asInt())
                .isEqualTo(91);
        var warmth = shown(vitals(VitalKind.TEMPERATURE, MIDNIGHT, MIDNIGHT.plusSeconds(1)))
                .path("values")
                .get(0);
        assertThat(warmth.path("value").path("mean").asDouble()).isEqualTo(36.6);
        assertThat(warmth.path("second").isObject()).isFalse();
    }

    @Test
    void putsManyVitalsTogetherWithTheirLeastAndMost() {
        agreesToAll();
        jdbc.sql("""
                insert into wearables.vital (device_id, kind, value, at, received_at)
                select :device, 1, case when n = 1234 then 180 when n % 2 = 0 then 60 else 70 end,
                       cast(:midnight as timestamptz) + n * interval '5 minutes', cast(:midnight as timestamptz) + n * interval '5 minutes'
                  from generate_series(0, 2999) n""")
                .param("device", device)
                .param("midnight", Timestamp.from(MIDNIGHT.minus(Duration.ofDays(11))))
                .update();
        var course = shown(
                vitals(VitalKind.HEART_RATE, MIDNIGHT.minus(Duration.ofDays(11)), MIDNIGHT.plus(Duration.ofDays(20))));
        var values = course.path("values");
        assertThat(course.path("seconds").asInt()).isEqualTo(63 * 60);
        assertThat(values.size()).isBetween(200, 720);
        assertThat(values.valueStream()
                        .filter(value -> value.path("value").path("most").asInt() == 180))
                .as("what stood out still does")
                .hasSize(1);
        assertThat(values.get(0).path("value").path("least").asInt()).isEqualTo(60);
        assertThat(values.get(0).path("value").path("mean").asDouble()).isBetween(64.0, 66.0);
    }

    @Test
    void knowsTheLatestOfEachKind() {
        agreesToAll();
        jdbc.sql("""
                insert into wearables.vital_state (device_id, kind, at, value, second, level)
                values (:device, 2, :at, 182, 111, 'RED'), (:device, 4, :at, 366, null, 'NORMAL')""")
                .param("device", device)
                .param("at", Timestamp.from(MIDNIGHT))
                .update();
        var latest = shown("/vitals/latest");
        assertThat(latest.valueStream().map(one -> one.path("kind").asString()))
                .containsExactly("BLOOD_PRESSURE", "TEMPERATURE");
        assertThat(latest.get(0).path("level").asString()).isEqualTo("RED");
        assertThat(latest.get(0).path("measured").path("second").path("mean").asInt())
                .isEqualTo(111);
        assertThat(latest.get(1).path("measured").path("value").path("mean").asDouble())
                .isEqualTo(36.6);
    }

    /** Of the partitions there are, only those are opened that can hold it. */
    @Test
    void opensThePartitionsOfTheTimeAskedForOnly() {
        var span = new Span(MIDNIGHT, MIDNIGHT.plus(Duration.ofDays(1)));
        var plan = String.join(
                "\n",
                TrackQueries.asked(jdbc, "explain " + TrackQueries.SPOTS, device, span)
                        .query(String.class)
                        .list());
        for (var day = TODAY.minusDays(40); !day.isAfter(TODAY.plusDays(2)); day = day.plusDays(1)) {
            var opened = !day.isBefore(YESTERDAY.minusDays(1)) && !day.isAfter(YESTERDAY.plusDays(2));
            assertThat(plan.contains("fix_" + day.toString().replace("-", "")))
                    .as(day.toString())
                    .isEqualTo(opened);
        }
    }

    private void agrees(ConsentKind kind) {
        wearables.consent(house, device, kind, "本人书面同意");
    }

    private void agreesToAll() {
        agrees(ConsentKind.POSITION);
        agrees(ConsentKind.TRACK);
        agrees(ConsentKind.VITALS);
    }

    private void fix(Instant at, int lon, int lat, int marks) {
        fix(at, at.plusSeconds(2), lon, lat, marks);
    }

    private void fix(Instant at, Instant received, int lon, int lat, int marks) {
        jdbc.sql("""
                insert into wearables.fix (device_id, lon, lat, at, received_at, speed, marks)
                values (:device, :lon, :lat, :at, :received, 4, :marks)""")
                .param("device", device)
                .param("lon", lon)
                .param("lat", lat)
                .param("at", Timestamp.from(at))
                .param("received", Timestamp.from(received))
                .param("marks", marks)
                .update();
    }

    private void vital(VitalKind kind, Instant at, int value, @Nullable Integer second) {
        jdbc.sql("""
                insert into wearables.vital (device_id, kind, value, second, at, received_at)
                values (:device, :kind, :value, :second, :at, :at)""")
                .param("device", device)
                .param("kind", kind.number())
                .param("value", value)
                .param("second", second, Types.SMALLINT)
                .param("at", Timestamp.from(at))
                .update();
    }

    private List<Map<String, Object>> looks() {
        return jdbc.sql("select fields, object from privacy.disclosure where subject = :subject")
                .param("subject", "person:" + wearer)
                .query()
                .listOfRows();
    }

    private static String track(Instant from, Instant to) {
        return "/track?from=" + from + "&to=" + to;
    }

    private static String vitals(VitalKind kind, Instant from, Instant to) {
        return "/vitals?kind=" + kind + "&from=" + from + "&to=" + to;
    }

    private JsonNode shown(String path) {
        var response = get(clerk, path);
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return read(response);
    }

    private String refusal(SignedIn by, String path) {
        return read(get(by, path)).path("reason").asString();
    }

    private MockHttpServletResponse get(SignedIn by, String path) {
        return mvc.get()
                .uri("/api/wearables/devices/" + device + path)
                .with(by)
                .exchange()
                .getResponse();
    }

    private static JsonNode read(MockHttpServletResponse response) {
        return JsonMapper.shared().readTree(response.getContentAsByteArray());
    }
}
