package org.linli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

class WebPagesTests {

    private final WebPages.PageResolver resolver = new WebPages.PageResolver();

    @TempDir
    Path built;

    @BeforeEach
    void build() throws IOException {
        for (var name : List.of("index.html", "hall.html", "field.html", "resident.html", "favicon.svg")) {
            Files.writeString(built.resolve(name), name);
        }
    }

    @Test
    void givesEverySurfaceItsPage() throws IOException {
        assertThat(served("counter/desk")).isEqualTo("index.html");
        assertThat(served("sign-in")).isEqualTo("index.html");
        assertThat(served("guidelines")).isEqualTo("index.html");
        assertThat(served("hall/ST-150203001/screen")).isEqualTo("hall.html");
        assertThat(served("field")).isEqualTo("field.html");
        assertThat(served("field/cell/list")).isEqualTo("field.html");
        assertThat(served("check/7K2M")).isEqualTo("resident.html");
        assertThat(served("progress")).isEqualTo("resident.html");
        assertThat(served("guide/150203-ZM-001")).isEqualTo("resident.html");
    }

    @Test
    void servesFilesAsTheyAre() throws IOException {
        assertThat(served("favicon.svg")).isEqualTo("favicon.svg");
        assertThat(served("hall.html")).isEqualTo("hall.html");
    }

    @Test
    void hasNoPageForTheInterfaceAndForMissingFiles() throws IOException {
        assertThat(served("api/nothing")).isEqualTo("missing");
        assertThat(served("assets/index-0a1b2c3d.js")).isEqualTo("missing");
        assertThat(served("picture.png")).isEqualTo("missing");
        assertThat(served("field/worker.js")).isEqualTo("missing");
    }

    private String served(String path) throws IOException {
        Resource found = resolver.getResource(path, new FileSystemResource(built + "/"));
        return found == null || found.getFilename() == null ? "missing" : found.getFilename();
    }
}
