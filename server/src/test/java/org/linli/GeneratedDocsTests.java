package org.linli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.shared.PersonalHoldings;
import org.linli.shared.RetentionRule;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/**
 * The generated documentation is what the code says today. {@code ./linli docs} writes it; without that, a difference is
 * a failure.
 */
@LinliTest
class GeneratedDocsTests {

    private static final Path DOCS = Path.of("..", "docs");
    private static final boolean WRITE = Boolean.getBoolean("linli.docs.write");

    @TempDir
    Path folder;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    List<PersonalHoldings> holdings;

    @Autowired
    List<RetentionRule> rules;

    @Test
    void describesEveryModule() throws IOException {
        new Documenter(
                        ApplicationModules.of(LinliApplication.class),
                        Documenter.Options.defaults().withOutputFolder(folder.toString()))
                .writeModuleCanvases(Documenter.CanvasOptions.defaults().revealInternals());
        var files = new TreeMap<String, String>();
        try (var written = Files.list(folder)) {
            for (var file : written.toList()) {
                files.put(
                        "modules/" + file.getFileName(), Files.readString(file).strip() + "\n");
            }
        }
        assertThat(files).hasSizeGreaterThanOrEqualTo(8);
        compare(files);
    }

    @Test
    void describesEveryTable() throws IOException {
        var files = DataDictionary.pages(jdbc);
        assertThat(files).containsKey("data/house.md");
        compare(files);
    }

    @Test
    void listsWhatIsHeldAndHowLong() throws IOException {
        compare(Map.of("data/retention.md", RetentionPage.of(holdings, rules)));
    }

    @Test
    void listsEveryDecision() throws IOException {
        var index = new StringBuilder(
                "# Decisions\n\nWhat was costly to choose, and why; superseded, never rewritten.\n\n");
        try (var decisions = Files.list(DOCS.resolve("adr"))) {
            for (var file : decisions
                    .filter(path -> path.getFileName().toString().matches("\\d{4}-.*\\.md"))
                    .sorted()
                    .toList()) {
                var lines = Files.readAllLines(file);
                var status = lines.stream()
                        .filter(line -> line.startsWith("Status: "))
                        .findFirst()
                        .orElseThrow();
                index.append("- [")
                        .append(lines.getFirst().substring(2))
                        .append("](")
                        .append(file.getFileName())
                        .append("): ")
                        .append(status.substring("Status: ".length()))
                        .append('\n');
            }
        }
        compare(Map.of("adr/README.md", index.toString()));
    }

    private static void compare(Map<String, String> files) throws IOException {
        for (var file : files.entrySet()) {
            var path = DOCS.resolve(file.getKey());
            if (WRITE) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            } else {
                assertThat(path).exists();
                assertThat(Files.readString(path))
                        .as("%s is out of date; run ./linli docs", path)
                        .isEqualTo(file.getValue());
            }
        }
    }
}
