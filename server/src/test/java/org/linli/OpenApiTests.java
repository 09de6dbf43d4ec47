package org.linli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.testing.LinliTest;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;

/** The description of the HTTP interface, from which the types of the web are generated. */
@LinliTest
class OpenApiTests {

    private static final Path WRITTEN = Path.of("target", "openapi.json");

    @Autowired
    OpenApiWebMvcResource description;

    private JsonNode described = new ObjectMapper().nullNode();

    @BeforeEach
    void describe() throws IOException {
        var json = description.openapiJson(new MockHttpServletRequest(), "", Locale.SIMPLIFIED_CHINESE);
        described = new ObjectMapper().readTree(json);
        Files.createDirectories(WRITTEN.getParent());
        Files.write(WRITTEN, json);
    }

    @Test
    void namesEveryOperationOnce() {
        assertThat(operationIds()).isNotEmpty().doesNotHaveDuplicates().noneMatch(id -> id.matches(".*_\\d+"));
    }

    @Test
    void keepsTheActorOutOfTheInterface() {
        assertThat(described.findValuesAsText("name")).doesNotContain("acting", "by");
        assertThat(described.path("components").path("schemas").has("Acting")).isFalse();
    }

    private List<String> operationIds() {
        var ids = new ArrayList<String>();
        for (Map.Entry<String, JsonNode> path : described.path("paths").properties()) {
            path.getValue()
                    .forEach(operation -> ids.add(operation.path("operationId").asText()));
        }
        return ids;
    }
}
