package org.linli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Chinese sentences have Chinese commas, colons and brackets, wherever the program keeps its words. */
class ChinesePunctuationTests {

    private static final Path HOUSE = Path.of("").toAbsolutePath().getParent();

    /** Half-width beside a Chinese character, a full-width sign or a place that is filled in. */
    private static final String SIGN = "[\\p{IsHan}，。：；？！、（）“”《》]";

    private static final Pattern HALF = Pattern.compile(SIGN + "[,:;?!()\"]|[,:;?!()\"]" + SIGN);
    private static final Pattern HALF_AT_A_PLACE = Pattern.compile("[,:;?!(]\\{|\\}[,:;?!)]|%;");
    /** In YAML a comma and a blank, or a colon and a blank, are its own. */
    private static final Pattern HALF_IN_YAML =
            Pattern.compile("(?<!\\\\)\\p{IsHan}[;?!()]|[,:;?!()]\\p{IsHan}|\\p{IsHan}[,:](?=\\p{IsHan})");

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern COMMENT =
            Pattern.compile("/\\*.*?\\*/|^\\s*//[^\\n]*", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"");
    /** What is matched against, rather than said. */
    private static final Pattern PATTERN = Pattern.compile("[\\[\\]^$|\\\\]");

    @Test
    void standsInMessages() throws IOException {
        var texts = new ArrayList<String>();
        for (var file :
                files(HOUSE.resolve("server/src/main/resources/messages"), name -> name.endsWith(".properties")))
            for (var line : Files.readAllLines(file)) {
                var text = line.substring(line.indexOf('=') + 1);
                if (!line.startsWith("#") && HAN.matcher(text).find()) {
                    texts.add(text);
                }
            }
        assertThat(texts).hasSizeGreaterThan(300);
        assertThat(texts)
                .filteredOn(
                        text -> isHalf(text) || HALF_AT_A_PLACE.matcher(text).find())
                .isEmpty();
    }

    @Test
    void standsInWhatTheProgramSaysBeforeItHasMessages() throws IOException {
        var texts = new ArrayList<String>();
        for (var module : List.of("server", "postgres", "standin", "card-reader", "bench")) {
            for (var file : files(HOUSE.resolve(module).resolve("src/main/java"), name -> name.endsWith(".java"))) {
                var source = COMMENT.matcher(Files.readString(file)).replaceAll("");
                LITERAL.matcher(source)
                        .results()
                        .map(found -> found.group().substring(1, found.group().length() - 1))
                        .filter(text -> HAN.matcher(text).find())
                        .filter(text -> !PATTERN.matcher(text).find())
                        .forEach(texts::add);
            }
        }
        assertThat(texts).anyMatch(text -> text.contains("已被占用"));
        assertThat(texts).filteredOn(ChinesePunctuationTests::isHalf).isEmpty();
    }

    @Test
    void standsInTheScripts() throws IOException {
        var lines = new ArrayList<>(Files.readAllLines(HOUSE.resolve("linli")));
        for (var file : files(HOUSE.resolve("scripts"), name -> name.endsWith(".sh"))) {
            lines.addAll(Files.readAllLines(file));
        }
        assertThat(lines).hasSizeGreaterThan(100);
        assertThat(lines)
                .filteredOn(line -> !line.strip().startsWith("#") && !line.contains("(邻里)"))
                .filteredOn(ChinesePunctuationTests::isHalf)
                .isEmpty();
    }

    @Test
    void standsInTheCatalogue() throws IOException {
        var wrong = new ArrayList<String>();
        var lines = 0;
        for (var file : files(HOUSE.resolve("server/src/main/resources/catalogue"), name -> name.endsWith(".yaml"))) {
            for (var line : Files.readAllLines(file)) {
                lines++;
                if (!line.strip().startsWith("#") && HALF_IN_YAML.matcher(line).find()) {
                    wrong.add(file.getFileName() + ": " + line.strip());
                }
            }
        }
        assertThat(lines).isGreaterThan(5000);
        assertThat(wrong).isEmpty();
    }

    @Test
    void knowsHalfFromFull() {
        assertThat(Stream.of("启动失败,原因见上", "选项:无", "同意(准予)", "他说\"好\"")).allMatch(ChinesePunctuationTests::isHalf);
        assertThat(Stream.of("启动失败，原因见上", "Port 80 is in use. 端口 80 已被占用", "Linli (邻里)".replace("(邻里)", "")))
                .noneMatch(ChinesePunctuationTests::isHalf);
    }

    private static boolean isHalf(String text) {
        return HALF.matcher(text).find();
    }

    private static List<Path> files(Path folder, Predicate<String> named) throws IOException {
        try (var found = Files.walk(folder)) {
            return found.filter(file -> named.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }
}
