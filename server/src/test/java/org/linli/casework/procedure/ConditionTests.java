package org.linli.casework.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTests {

    private static final Map<String, Object> FACTS = Map.of("kind", "A", "grade", 2, "online", true);
    private static final Map<String, Object> INPUT = Map.of("decision", "grant");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "input.decision == 'grant' | true",
                "input.decision == \"refuse\" | false",
                "input.decision != 'refuse' | true",
                "fact.kind in ['A', 'B'] | true",
                "fact.kind in ['B'] | false",
                "fact.grade == '2' and fact.online == 'true' | true",
                "fact.kind == 'A' and input.decision == 'refuse' | false",
                "fact.missing == 'x' | false",
                "fact.missing != 'x' | true",
                "fact.missing in ['x'] | false",
            })
    void comparesFactsAndInputWithWords(String text, boolean holds) {
        assertThat(Condition.parse(text).holds(FACTS, INPUT)).isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "grant",
                "input.decision",
                "input.decision = 'x'",
                "input.decision == grant",
                "other.x == 'y'",
                "input.x == 'y' or input.x == 'z'",
                "fact.x in []",
                "fact.x in ['a'",
                "input.x == 'y' and",
                "fact.x == 'y' 'z'"
            })
    void refusesWhatIsNoCondition(String text) {
        assertThatExceptionOfType(Condition.NotACondition.class).isThrownBy(() -> Condition.parse(text));
    }

    @Test
    void saysWhereReadingStopped() {
        assertThatExceptionOfType(Condition.NotACondition.class)
                .isThrownBy(() -> Condition.parse("fact.x == y"))
                .satisfies(wrong -> assertThat(wrong.at()).isEqualTo(10));
    }
}
