package org.linli.casework.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The procedures that come with the program. */
@LinliTest
class CatalogueTests {

    @Autowired
    Procedures procedures;

    @Test
    void publishesTheFilesAtTheStart() {
        assertThat(procedures.all())
                .extracting(Procedure::key)
                .contains(
                        "assist-unit",
                        "counter-accept",
                        "counter-agency",
                        "counter-certificate",
                        "counter-direct",
                        "review-rectification");
        assertThat(procedures.version("counter-accept", 1)).isEqualTo(procedures.current("counter-accept"));
    }
}
