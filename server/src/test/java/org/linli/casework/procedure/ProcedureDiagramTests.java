package org.linli.casework.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.linli.casework.procedure.ProcedureDiagram.Box;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class ProcedureDiagramTests {

    static Stream<Procedure> catalogue() throws IOException {
        return Arrays.stream(
                        new PathMatchingResourcePatternResolver().getResources("classpath:catalogue/procedures/*.yaml"))
                .map(ProcedureDiagramTests::read);
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void keepsBoxesApartAndInside(Procedure procedure) {
        var diagram = ProcedureDiagram.of(procedure);
        assertThat(diagram.boxes()).hasSameSizeAs(procedure.states());
        for (var one : diagram.boxes()) {
            assertThat(one.x()).isNotNegative();
            assertThat(one.x() + one.width()).isLessThanOrEqualTo(diagram.width());
            assertThat(one.y() + one.height()).isLessThanOrEqualTo(diagram.height());
            assertThat(diagram.boxes()).filteredOn(other -> other != one).noneMatch(other -> overlap(one, other));
        }
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void drawsEveryStepOfEveryActionOnce(Procedure procedure) {
        var diagram = ProcedureDiagram.of(procedure);
        var drawn = new HashSet<String>();
        diagram.arrows()
                .forEach(arrow -> arrow.steps()
                        .forEach(step -> assertThat(drawn.add(step.action() + ":" + arrow.from() + ">" + arrow.to()))
                                .isTrue()));
        diagram.boxes()
                .forEach(box -> box.exits()
                        .forEach(exit -> assertThat(drawn.add(exit.action() + ":" + box.state() + ">" + exit.to()))
                                .isTrue()));
        for (var action : procedure.actions()) {
            for (var from : action.from()) {
                action.to().stream()
                        .filter(rule -> !rule.to().equals(from))
                        .forEach(rule -> assertThat(drawn).contains(action.code() + ":" + from + ">" + rule.to()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void beginsAndEndsEveryLineAtItsBoxes(Procedure procedure) {
        var diagram = ProcedureDiagram.of(procedure);
        for (var arrow : diagram.arrows()) {
            assertThat(touches(box(diagram, arrow.from()), arrow.line().getFirst()))
                    .isTrue();
            assertThat(touches(box(diagram, arrow.to()), arrow.line().getLast()))
                    .isTrue();
        }
    }

    private static boolean touches(Box box, ProcedureDiagram.Corner corner) {
        return corner.x() >= box.x()
                && corner.x() <= box.x() + box.width()
                && corner.y() >= box.y()
                && corner.y() <= box.y() + box.height();
    }

    private static Box box(ProcedureDiagram diagram, String state) {
        return diagram.boxes().stream()
                .filter(box -> box.state().equals(state))
                .findFirst()
                .orElseThrow();
    }

    private static boolean overlap(Box one, Box other) {
        return one.x() < other.x() + other.width()
                && other.x() < one.x() + one.width()
                && one.y() < other.y() + other.height()
                && other.y() < one.y() + one.height();
    }

    private static Procedure read(Resource file) {
        try {
            return ProcedureFile.read("file", file.getContentAsString(StandardCharsets.UTF_8), KnownWords.ANY)
                    .procedure()
                    .orElseThrow();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
