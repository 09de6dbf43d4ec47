package org.linli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.core.MethodParameter;

class NamedCandidatesTests {

    private final NamedCandidates candidates = new NamedCandidates();

    @Test
    void asksForAClassOfTheHouseUnderItsOwnName() {
        assertThat(candidates.getSuggestedName(dependency(0))).isEqualTo("migrationFiles");
    }

    @Test
    void leavesOtherTypesAndNamedBeansAsTheyAre() {
        assertThat(candidates.getSuggestedName(dependency(1))).isNull();
        assertThat(candidates.getSuggestedName(dependency(2))).isEqualTo("another");
    }

    private static DependencyDescriptor dependency(int parameter) {
        Constructor<?> constructor = Asking.class.getDeclaredConstructors()[0];
        return new DependencyDescriptor(new MethodParameter(constructor, parameter), true);
    }

    record Asking(
            MigrationFiles files,
            String text,
            @Qualifier("another") MigrationFiles other) {}
}
