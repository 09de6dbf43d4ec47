package org.linli.casework.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The procedures that come with the program. */
@LinliTest
class CatalogueTests {

    private static final List<String> SHIPPED = List.of(
            "assist-unit",
            "counter-accept",
            "counter-agency",
            "counter-certificate",
            "counter-direct",
            "review-rectification");

    @Autowired
    Procedures procedures;

    @Test
    void publishesTheFilesAtTheStart() {
        assertThat(procedures.all()).extracting(Procedure::key).containsAll(SHIPPED);
        assertThat(procedures.version("counter-accept", 1)).isEqualTo(procedures.current("counter-accept"));
    }

    @Test
    void nameTheUsualNextActionOfEveryStateThatPeopleMoveOn() {
        for (var key : SHIPPED) {
            var procedure = procedures.current(key).orElseThrow();
            assertThat(procedure.states().stream()
                            .filter(state -> !state.ends() && state.primary().isEmpty())
                            .map(Procedure.State::code))
                    .as(key)
                    .isEmpty();
        }
    }
}
