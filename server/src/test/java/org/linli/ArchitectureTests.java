package org.linli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The house stands as its plan says. */
class ArchitectureTests {

    private static final ApplicationModules MODULES = ApplicationModules.of(LinliApplication.class);

    @Test
    void hasTheModulesOfThePlan() {
        assertThat(MODULES.stream().map(module -> module.getIdentifier().toString()))
                .containsExactlyInAnyOrder(
                        "shared",
                        "area",
                        "access",
                        "privacy",
                        "files",
                        "notify",
                        "casework",
                        "registry",
                        "counter",
                        "rights",
                        "grid",
                        "wearables",
                        "eldercare",
                        "sync");
    }

    @Test
    void pointsItsArrowsOneWay() {
        MODULES.verify();
    }

    @Test
    void noticesAnArrowThatPointsUpwards() {
        assertThatThrownBy(() ->
                        ApplicationModules.of("seeded.house", location -> true).verify())
                .hasMessageContaining("lower")
                .hasMessageContaining("upper");
    }
}
