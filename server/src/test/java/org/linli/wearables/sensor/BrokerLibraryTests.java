package org.linli.wearables.sensor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** A house without a broker loads nothing of the protocol's library, because one class knows it and is made when needed. */
class BrokerLibraryTests {

    private static final String LIBRARY = "com.hivemq..";

    @Test
    void isKnownToTheLineAlone() {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.linli.wearables");
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.BrokerLine(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(LIBRARY)
                .check(classes);
        assertThat(noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(LIBRARY)
                        .evaluate(classes)
                        .hasViolation())
                .as("the line is what the rule leaves out")
                .isTrue();
    }
}
