package org.linli.counter.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.counter.catalogue.ItemFault.Kind;

/** What an item's file is refused for, each with the line it stands on. */
class ItemCheckTests {

    private static final String WHOLE = CatalogueFiles.items().get("sl-007.yaml");
    private static final ItemCheck CHECK = new ItemCheck(KnownUnits.areas(), CatalogueFiles.heldDocuments());

    @Test
    void namesAnUnknownDepartmentWithItsLine() {
        var faults = faultsAfter("department: DEPT-MZ\n", "department: DEPT-NOWHERE\n");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(Kind.DEPARTMENT_UNKNOWN);
            assertThat(fault.file()).isEqualTo("sl-007.yaml");
            assertThat(fault.line()).isEqualTo(lineOf(WHOLE, "department: DEPT-MZ"));
        });
    }

    @Test
    void refusesToAskForWhatTheDistrictHolds() {
        var faults = faultsAfter("source: DISTRICT_HELD\n", "source: APPLICANT\n");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(Kind.HELD_BY_DISTRICT);
            assertThat(fault.line()).isEqualTo(lineOf(WHOLE, "- code: disability-certificate"));
        });
    }

    @Test
    void refusesToCallHeldWhatNoRegisterHolds() {
        assertThat(kinds(faultsAfter("- code: disability-certificate", "- code: library-card")))
                .containsExactly(Kind.NOT_HELD_BY_DISTRICT);
    }

    @Test
    void refusesAPromiseLongerThanTheLaw() {
        assertThat(kinds(faultsAfter("promised: {amount: 10,", "promised: {amount: 30,")))
                .containsExactly(Kind.PROMISE_LONGER_THAN_LAW);
    }

    @Test
    void refusesAnUnknownProcedure() {
        assertThat(kinds(faultsAfter("procedure: counter-accept", "procedure: counter-guess")))
                .containsExactly(Kind.PROCEDURE_UNKNOWN);
    }

    @Test
    void refusesAGuideWithoutQuestions() {
        var text = WHOLE.substring(0, WHOLE.indexOf("  questions:")) + "  notes: []\n";
        assertThat(kinds(CHECK.check("sl-007.yaml", text).faults())).containsExactly(Kind.MISSING);
    }

    @Test
    void refusesACodeOfAnotherForm() {
        assertThat(kinds(faultsAfter("code: 150203-SL-007", "code: SL7\nbasicCode: 12AB")))
                .containsExactly(Kind.CODE_FORM, Kind.BASIC_CODE_FORM);
    }

    @Test
    void namesEveryFaultAtOnce() {
        var text = WHOLE.replaceFirst("kind: ACCEPT", "kind: MAYBE")
                .replaceFirst("required: true", "required: perhaps")
                .replaceFirst("amount: 20", "amount: soon")
                .replaceFirst("notes: \\[]", "note: []");
        assertThat(kinds(CHECK.check("sl-007.yaml", text).faults()))
                .contains(Kind.NOT_ONE_OF, Kind.NOT_YES_OR_NO, Kind.NOT_A_NUMBER, Kind.UNKNOWN_KEY, Kind.MISSING);
    }

    @Test
    void namesTheLineWhereYamlBreaks() {
        assertThat(CHECK.check("x.yaml", "code: 1\n  bad: [").faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.kind()).isEqualTo(Kind.NOT_YAML);
                    assertThat(fault.line()).isEqualTo(2);
                });
    }

    @Test
    void takesPinyinInitialsFromANameWithDigitsAndBrackets() {
        assertThat(Initials.of("居民现居住地(居住情况)证明")).isEqualTo("jmxjzdjzqkzm");
        assertThat(Initials.of("80周岁以上高龄津贴")).isEqualTo("80zsysgljt");
    }

    private static List<ItemFault> faultsAfter(String from, String to) {
        assertThat(WHOLE).contains(from);
        var at = WHOLE.indexOf(from);
        return CHECK.check("sl-007.yaml", WHOLE.substring(0, at) + to + WHOLE.substring(at + from.length()))
                .faults();
    }

    private static List<Kind> kinds(List<ItemFault> faults) {
        return faults.stream().map(ItemFault::kind).toList();
    }

    private static int lineOf(String text, String part) {
        return (int) text.substring(0, text.indexOf(part)).lines().count()
                + (text.charAt(text.indexOf(part) - 1) == '\n' ? 1 : 0);
    }
}
