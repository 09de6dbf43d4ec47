package org.linli.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import seeded.Violations;

class RulesTests {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.linli");

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(Rules.SQL_STAYS_IN_ROWS_AND_QUERIES, Violations.SqlAnywhere.class),
                Arguments.of(Rules.TIME_COMES_FROM_THE_CLOCK, Violations.SystemTime.class),
                Arguments.of(Rules.ROWS_ARE_READ_WHOLE, Violations.StreamedRows.class),
                Arguments.of(Rules.NAMES_SAY_SOMETHING, Violations.ThingManager.class),
                Arguments.of(Rules.CONTROLLERS_ARE_NOBODYS_CONCERN, Violations.PublicController.class),
                Arguments.of(Rules.DEPENDENCIES_COME_THROUGH_THE_CONSTRUCTOR, Violations.Injected.class),
                Arguments.of(Rules.WHAT_HAS_NO_FUNCTION_IS_NOT_HELD, Violations.Person.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holdsInTheWholeHouse(ArchRule rule, Class<?> unused) {
        assertThat(HOUSE).isNotEmpty();
        rule.allowEmptyShould(true).check(HOUSE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void bitesWhenItIsBroken(ArchRule rule, Class<?> violation) {
        var broken = new ClassFileImporter().importClasses(violation);
        assertThatThrownBy(() -> rule.check(broken))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(violation.getSimpleName());
    }
}
