package org.linli.registry.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.registry.testing.HomeDesk.form;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.registry.testing.HomeDesk;
import org.linli.shared.Uscc;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@LinliTest
class OrganisationJourneyTests {

    static final String CELL = "150203001019001";

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    HomeDesk desk;
    String name;

    @BeforeEach
    void open() {
        desk = new HomeDesk(web);
        name = "昆都仑区朝阳" + ThreadLocalRandom.current().nextInt(1_000_000) + "便民超市";
    }

    @Test
    void showsWhomToCallForAPurposeOnly() throws Exception {
        var id = added(Map.of("phone", "138-0000-4321", "legalRepresentative", "张建国"));
        var page = desk.read("/api/registry/organisations/" + id);
        assertThat(page.<String>read("$.phone")).isEqualTo("138****4321");
        assertThat(page.<String>read("$.legalRepresentative")).isEqualTo("张**");
        assertThat(jdbc.sql("select phone_sealed from registry.organisation where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .doesNotContain("13800004321");
        assertThat(desk.send("/api/registry/organisations/" + id + "/reveal", Map.of("purpose", " "))
                        .status())
                .isEqualTo(422);
        var whole = desk.send("/api/registry/organisations/" + id + "/reveal", Map.of("purpose", "核实经营情况"));
        assertThat(whole.<String>read("$.phone")).isEqualTo("13800004321");
        assertThat(whole.<String>read("$.legalRepresentative")).isEqualTo("张建国");
        assertThat(disclosures("organisation:" + id)).isEqualTo(1);
    }

    @Test
    void keepsWhomToCallWhenItWasNotTyped() throws Exception {
        var id = added(Map.of("phone", "13800004321"));
        var corrected = desk.send(
                "/api/registry/organisations/" + id + "/correct",
                form("revision", 1, "facts", facts(Map.of("employees", 12))));
        assertThat(corrected.<String>read("$.phone")).isEqualTo("138****4321");
        var changes = desk.read("/api/registry/organisations/" + id + "/changes");
        assertThat(changes.<List<String>>read("$[0].rows[0].fields[*].field")).containsExactly("employees");
    }

    @Test
    void findsByNameByPartByInitialsAndByCode() throws Exception {
        var code = someUscc();
        var id = added(Map.of("uscc", code));
        var part = name.substring(4, name.length() - 2);
        for (var text : List.of(name, part, code, code.toLowerCase(Locale.ROOT))) {
            assertThat(found(text)).as(text).contains(id.toString());
        }
        assertThat(found("KDLq")).contains(id.toString());
        assertThat(found("没有这个%")).isEmpty();
    }

    @Test
    void refusesWrongAndTakenCodes() throws Exception {
        var code = someUscc();
        added(Map.of("uscc", code));
        assertThat(add(Map.of("uscc", code)).reason()).isEqualTo("registry.uscc-taken");
        var wrong = add(Map.of("uscc", code.substring(0, 17) + (code.charAt(17) == '0' ? '1' : '0')));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.<List<String>>read("$.faults[*].field")).containsExactly("uscc");
        assertThat(add(Map.of("phone", "12")).reason()).isEqualTo("registry.malformed-phone");
    }

    @Test
    void dissolvesAndVoids() throws Exception {
        var id = added(Map.of());
        assertThat(desk.send("/api/registry/organisations/" + id + "/dissolve", form("revision", 1, "on", "2026-01-01"))
                        .status())
                .isEqualTo(204);
        assertThat(found(name)).doesNotContain(id.toString());
        assertThat(desk.read("/api/registry/organisations?area=150203001&dissolved=true&text=" + encoded(name))
                        .<List<String>>read("$.items[*].id"))
                .containsExactly(id.toString());
        assertThat(desk.send("/api/registry/organisations/" + id + "/void", form("revision", 1))
                        .reason())
                .isEqualTo("registry.stale");
        desk.send("/api/registry/organisations/" + id + "/void", form("revision", 2));
        assertThat(desk.send(
                                "/api/registry/organisations/" + id + "/correct",
                                form("revision", 3, "facts", facts(Map.of())))
                        .reason())
                .isEqualTo("registry.voided");
    }

    @Test
    void keepsPlacesOfOrganisations() throws Exception {
        var id = added(Map.of());
        var form = new LinkedHashMap<String, Object>(Map.of(
                "kind", "CANTEEN", "name", name + "食堂", "organisation", id, "division", CELL, "phone", "0472-2123456"));
        var place = desk.send("/api/registry/places", form("facts", form));
        assertThat(place.status()).isEqualTo(201);
        assertThat(place.<String>read("$.phone")).isEqualTo("04722123456");
        var list = desk.read("/api/registry/places?area=" + CELL + "&kind=CANTEEN&limit=200");
        assertThat(list.<List<String>>read("$.items[*].name")).contains(name + "食堂");
        form.put("openingHours", "11:00-13:00");
        var path = "/api/registry/places/" + place.id("$.id");
        assertThat(desk.send(path + "/correct", form("revision", 1, "facts", form))
                        .<String>read("$.openingHours"))
                .isEqualTo("11:00-13:00");
        form.put("organisation", UUID.randomUUID());
        assertThat(desk.send(path + "/correct", form("revision", 2, "facts", form))
                        .reason())
                .isEqualTo("registry.unknown-organisation");
        assertThat(desk.send(path + "/void", form("revision", 2)).status()).isEqualTo(204);
        assertThat(desk.read(path).<Boolean>read("$.voided")).isTrue();
        assertThat(desk.read(path + "/changes").<List<Object>>read("$")).hasSize(3);
    }

    private UUID added(Map<String, Object> more) throws Exception {
        return add(more).id("$.id");
    }

    private HomeDesk.Answer add(Map<String, Object> more) throws Exception {
        return desk.send("/api/registry/organisations", form("facts", facts(more)));
    }

    private Map<String, Object> facts(Map<String, Object> more) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("name", name);
        facts.put("kind", "ENTERPRISE");
        facts.put("division", CELL);
        facts.putAll(more);
        return facts;
    }

    private List<String> found(String text) throws Exception {
        return desk.read("/api/registry/organisations?area=150203001&text=" + encoded(text))
                .read("$.items[*].id");
    }

    private long disclosures(String object) {
        return jdbc.sql("select count(*) from privacy.disclosure where object = :object")
                .param("object", object)
                .query(Long.class)
                .single();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String someUscc() {
        var digits = "91150203MA0"
                + String.format("%06d", ThreadLocalRandom.current().nextInt(1_000_000));
        for (var check : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
            try {
                return new Uscc(digits + check).value();
            } catch (IllegalArgumentException other) {
                // The next character may be the right one.
            }
        }
        throw new IllegalStateException(digits);
    }
}
