package org.linli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.access.PermissionWords;
import org.linli.shared.Names;
import org.linli.testing.LinliTest;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** What Linli refuses to be is in no table, no address, no answer, no permission and no file it is run by. */
@LinliTest
class NotHeldTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OpenApiWebMvcResource interfaceDescription;

    @Autowired
    List<PermissionWords> permissions;

    @Test
    void isInNoTable() {
        assertThat(NotHeld.columns(jdbc)).isNotEmpty();
        assertThat(NotHeld.among(NotHeld.columns(jdbc))).isEmpty();
    }

    @Test
    @Transactional
    void isNoticedInATable() {
        jdbc.sql("create table counter.seeded (id uuid primary key, religious_belief text)")
                .update();
        jdbc.sql("create table counter.resident_score (id uuid primary key)").update();
        jdbc.sql("create table counter.seeded_note (id uuid)").update();
        jdbc.sql("comment on column counter.seeded_note.id is '重点人员'").update();
        assertThat(NotHeld.among(NotHeld.columns(jdbc))).hasSize(3);
    }

    @Test
    void isInNoAddressAndNoAnswer() throws IOException {
        var json = new ObjectMapper()
                .readTree(
                        interfaceDescription.openapiJson(new MockHttpServletRequest(), "", Locale.SIMPLIFIED_CHINESE));
        assertThat(NotHeld.names(json)).hasSizeGreaterThan(500);
        assertThat(NotHeld.among(NotHeld.names(json))).isEmpty();
    }

    @Test
    void isNoticedInAnAddressAndAnAnswer() {
        var json = new ObjectMapper().readTree("""
                {"paths": {"/api/people/{id}/face-search": {"get": {"operationId": "rank", "parameters": [
                   {"name": "politicalStatus"}]}}},
                 "components": {"schemas": {"PersonView": {"properties": {"ethnicity": {"enum": ["A", "DRUG_USER"]}}}}}}
                """);
        assertThat(NotHeld.among(NotHeld.names(json)))
                .containsExactly(
                        "/api/people/{id}/face-search", "DRUG_USER", "PersonView.ethnicity", "politicalStatus");
    }

    @Test
    void isNoPermission() {
        assertThat(NotHeld.permissions(permissions)).isNotEmpty();
        assertThat(NotHeld.among(NotHeld.permissions(permissions))).isEmpty();
    }

    @Test
    void isNoticedAsAPermission() {
        PermissionWords seeded = () -> List.of(
                new PermissionWords.Word("people.gait.search", Names.of("查找", "Search")),
                new PermissionWords.Word("people.list.read", Names.of("查看重点人员", "Read")));
        assertThat(NotHeld.among(NotHeld.permissions(List.of(seeded)))).hasSize(2);
    }

    @Test
    void isInNoProcedureItemPaperRoleOrMessage() throws IOException {
        var lines = new ArrayList<String>();
        for (var pattern : List.of("classpath*:catalogue/**/*.yaml", "classpath*:messages/*.properties")) {
            for (var file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                var name = file.getFilename();
                file.getContentAsString(StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> name + ": " + line)
                        .forEach(lines::add);
            }
        }
        assertThat(lines).hasSizeGreaterThan(1000);
        assertThat(NotHeld.among(lines.stream())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "item.yaml:   - code: religion",
                "item.yaml:     zh: 民族",
                "item.yaml:     zh: 政治面貌",
                "procedure.yaml:   needs: [face_feature]",
                "procedure.yaml:     zh: 人脸识别核验"
            })
    void isNoticedInAFile(String line) {
        assertThat(NotHeld.among(Stream.of(line, "item.yaml:     zh: 统一社会信用代码 social credit code")))
                .containsExactly(line);
    }
}
