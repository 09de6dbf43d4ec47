package org.linli.registry.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.linli.LinliApplication;
import org.linli.postgres.EmbeddedPostgres;
import org.linli.registry.bulk.Entry;
import org.linli.registry.sealing.Seals;
import org.linli.registry.synthetic.SyntheticDistrict.Wanted;
import org.linli.shared.DemoData.Size;
import org.linli.shared.StartRefusal;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A house of its own on a disk of its own: the demo is loaded with an interruption, and its raw files are read. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoOnDiskTests {

    private static final Wanted SMALL = new Wanted(Size.SMALL, 7, 1);

    /** 阿尔丁十二号街坊, the tenth of the district and the last of the small one. */
    private static final int LAST_COMMUNITY = 9;

    @TempDir
    private static Path folder;

    private static EmbeddedPostgres postgres;
    private static ConfigurableApplicationContext house;

    @BeforeAll
    static void start() {
        postgres = EmbeddedPostgres.start(folder, Map.of("fsync", "off"));
        var application = new SpringApplication(LinliApplication.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setDefaultProperties(Map.of(
                "spring.datasource.url", postgres.jdbcUrl(),
                "spring.datasource.username", EmbeddedPostgres.USER,
                "spring.datasource.password", postgres.password(),
                "linli.data", folder.toString(),
                "db-scheduler.enabled", "false"));
        house = application.run();
    }

    @AfterAll
    static void stop() {
        house.close();
        postgres.close();
    }

    @Test
    @Order(1)
    void goesOnWhereItWasInterrupted() {
        var district = house.getBean(SyntheticDistrict.class);
        // Somebody has the credit code of an organisation of the last community, so that one cannot be written.
        var code = district.community(SMALL.seed(), 0, LAST_COMMUNITY).stream()
                .filter(Entry.Organisation.class::isInstance)
                .map(one -> ((Entry.Organisation) one).uscc())
                .findFirst()
                .orElseThrow();
        plant(code);
        assertThatThrownBy(() -> district.load(SMALL, people -> {})).hasMessageContaining("organisation_by_uscc_idx");
        var there = count("registry.person");
        assertThat(there).isLessThan(district.people(SMALL));
        assertThat(district.isUnfinished(SMALL)).isTrue();
        takeAway(code);

        assertThat(district.load(SMALL, people -> {})).isEqualTo(district.people(SMALL) - there);

        assertThat(count("registry.person")).isEqualTo(district.people(SMALL));
        assertThat(count("registry.change where source = 'DEMO'")).isEqualTo(1);
        assertThat(
                        count(
                                "registry.person p where not exists (select from registry.residence r where r.person_id = p.id)"))
                .isZero();
    }

    @Test
    @Order(2)
    void refusesABaseThatHoldsPeople() {
        var district = house.getBean(SyntheticDistrict.class);
        var before = count("registry.person");
        assertThatThrownBy(() -> district.load(SMALL, people -> {})).isInstanceOf(StartRefusal.class);
        assertThatThrownBy(() -> district.load(new Wanted(Size.SMALL, 8, 1), people -> {}))
                .isInstanceOf(StartRefusal.class)
                .hasMessageContaining("already holds " + before);
        assertThat(count("registry.person")).isEqualTo(before);
    }

    @Test
    @Order(3)
    void leavesNoNumberInTheClearInItsFiles() throws IOException {
        var jdbc = house.getBean(JdbcClient.class);
        var personal = new HashSet<String>();
        var seals = house.getBean(Seals.class);
        jdbc.sql("select number_sealed from registry.document").query(String.class).list().stream()
                .map(seals::openNumber)
                .forEach(personal::add);
        jdbc.sql("select number_sealed from registry.phone").query(String.class).list().stream()
                .map(seals::openPhone)
                .forEach(personal::add);
        assertThat(personal)
                .hasSizeGreaterThan(3000)
                .anyMatch(one -> one.startsWith("154"))
                .anyMatch(one -> one.startsWith("159"));
        jdbc.sql("checkpoint").update();
        assertThat(found(personal)).isEmpty();

        // The search would see one: this number is written as a careless program would.
        jdbc.sql("create table public.careless as select :number::text as number")
                .param("number", "159801195104160029")
                .update();
        jdbc.sql("checkpoint").update();
        assertThat(found(Set.of("159801195104160029"))).containsExactly("159801195104160029");
    }

    /** Which of the values stand somewhere in the files of the database, its log of changes included. */
    private static Set<String> found(Set<String> personal) throws IOException {
        var found = new HashSet<String>();
        for (var file : files()) {
            collect(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1), personal, found);
        }
        return found;
    }

    /** Every stretch of digits, read at every length a number has; a citizen's may end in X. */
    private static void collect(String bytes, Set<String> personal, Set<String> found) {
        var lengths = personal.stream().mapToInt(String::length).distinct().toArray();
        for (var at = 0; at < bytes.length(); at++) {
            var character = bytes.charAt(at);
            if (character >= '0' && character <= '9' || character >= 'A' && character <= 'Z') {
                for (var length : lengths) {
                    if (at + length <= bytes.length() && personal.contains(bytes.substring(at, at + length))) {
                        found.add(bytes.substring(at, at + length));
                    }
                }
            }
        }
    }

    private static List<Path> files() throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).toList();
        }
    }

    private static void plant(String code) {
        jdbc().sql("""
                insert into registry.organisation (id, uscc, name, initials, kind, division, changed_at, change_id)
                values (gen_random_uuid(), :code, '占用', 'zy', 'OTHER', '150203', now(), gen_random_uuid())""").param("code", code).update();
    }

    private static void takeAway(String code) {
        jdbc().sql("""
                update registry.organisation
                   set voided_at = now(), revision = revision + 1, changed_at = now(), change_id = gen_random_uuid()
                 where uscc = :code""").param("code", code).update();
    }

    private static JdbcClient jdbc() {
        return house.getBean(JdbcClient.class);
    }

    private static long count(String from) {
        return jdbc().sql("select count(*) from " + from).query(Long.class).single();
    }
}
