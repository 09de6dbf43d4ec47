package org.linli.casework.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.linli.casework.procedure.ProcedureFault.Kind;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Each file of the corpus marks its faults in the lines where they must be found: {@code # fault KIND}. */
class FaultyProcedureTests {

    private static final String MARK = "# fault ";

    static Stream<String> corpus() throws IOException {
        return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath:casework/faulty/*.yaml"))
                .map(Resource::getFilename)
                .map(Objects::requireNonNull)
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void namesEveryFaultByItsLineAndNothingElse(String name) throws IOException {
        var source = source("faulty/" + name);
        var file = ProcedureFile.read(name, source, new Words());
        assertThat(file.procedure()).isEmpty();
        assertThat(file.faults().stream().map(fault -> fault.place() + " " + fault.kind()))
                .containsExactlyInAnyOrderElementsOf(expected(name, source));
    }

    @Test
    void findsNothingInAFaultlessFile() throws IOException {
        var file = ProcedureFile.read("faultless.yaml", source("faultless.yaml"), new Words());
        assertThat(file.faults()).isEmpty();
        assertThat(file.procedure()).isPresent();
    }

    @Test
    void coversEveryKindThatOneFileCanHave() throws IOException {
        var found = new ArrayList<Kind>();
        for (var name : corpus().toList()) {
            ProcedureFile.read(name, source("faulty/" + name), new Words())
                    .faults()
                    .forEach(fault -> found.add(fault.kind()));
        }
        var acrossFiles = Set.of(Kind.PUBLISHED_DIFFERENTLY, Kind.UNKNOWN_PROCEDURE, Kind.WRONG_FILE_NAME);
        assertThat(found)
                .containsAll(Arrays.stream(Kind.values())
                        .filter(kind -> !acrossFiles.contains(kind))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void saysItInBothLanguages(Kind kind) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/procedure");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        var fault = new ProcedureFault("a.yaml", 1, kind, List.of("one", "two", "three"));
        assertThat(fault.text(messages, Locale.ENGLISH)).matches("\\p{ASCII}+");
        assertThat(fault.text(messages, Locale.SIMPLIFIED_CHINESE)).containsPattern("\\p{IsHan}");
    }

    @Test
    void countsContentNotLayoutInTheDigest() throws IOException {
        var source = source("faultless.yaml");
        var commented = "# a comment\n" + source.replace("kind: WORK", "kind:   WORK   # another");
        var changed = source.replace("5 working days", "6 working days");
        assertThat(digest(commented)).isEqualTo(digest(source));
        assertThat(digest(changed)).isNotEqualTo(digest(source));
    }

    private static String digest(String source) {
        return ProcedureFile.read("a.yaml", source, new Words()).digest();
    }

    private static List<String> expected(String name, String source) {
        var lines = source.lines().toList();
        var expected = new ArrayList<String>();
        for (var i = 0; i < lines.size(); i++) {
            var at = lines.get(i).indexOf(MARK);
            if (at >= 0) {
                expected.add(name + ":" + (i + 1) + " " + lines.get(i).substring(at + MARK.length()));
            }
        }
        return expected;
    }

    private static String source(String path) throws IOException {
        return new ClassPathResource("casework/" + path).getContentAsString(StandardCharsets.UTF_8);
    }

    /** A small house with few words. */
    private static final class Words implements KnownWords {

        @Override
        public boolean isRole(String word) {
            return Set.of("clerk", "station-head", "system").contains(word);
        }

        @Override
        public boolean isEffect(String word) {
            return word.equals("paper");
        }
    }
}
