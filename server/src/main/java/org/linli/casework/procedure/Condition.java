package org.linli.casework.procedure;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A condition in a procedure: comparisons of one fact of the case or one input of the action with words, joined by
 * {@code and}. Alternatives are written as further rules, so there is no {@code or} to misread. A name that is missing
 * equals nothing.
 */
public sealed interface Condition {

    boolean holds(Map<String, Object> facts, Map<String, Object> input);

    /** As it is written in files. */
    String text();

    /** Reads {@code input.decision == 'grant' and fact.kind in ['A', 'B']}. */
    static Condition parse(String text) {
        return new ConditionParser(text).parse();
    }

    /** Where a compared value comes from. */
    enum Source {
        FACT,
        INPUT
    }

    /** One value by its name. */
    record Operand(Source source, String name) {

        @Nullable
        String in(Map<String, Object> facts, Map<String, Object> input) {
            var value = (source == Source.FACT ? facts : input).get(name);
            return value == null ? null : value.toString();
        }

        @Override
        public String toString() {
            return (source == Source.FACT ? "fact." : "input.") + name;
        }
    }

    /** {@code operand == 'word'}. */
    record Is(Operand operand, String word) implements Condition {

        @Override
        public boolean holds(Map<String, Object> facts, Map<String, Object> input) {
            return Objects.equals(operand.in(facts, input), word);
        }

        @Override
        public String text() {
            return operand + " == '" + word + "'";
        }
    }

    /** {@code operand != 'word'}. */
    record IsNot(Operand operand, String word) implements Condition {

        @Override
        public boolean holds(Map<String, Object> facts, Map<String, Object> input) {
            return !Objects.equals(operand.in(facts, input), word);
        }

        @Override
        public String text() {
            return operand + " != '" + word + "'";
        }
    }

    /** {@code operand in ['one', 'other']}. */
    record In(Operand operand, Set<String> words) implements Condition {

        @Override
        public boolean holds(Map<String, Object> facts, Map<String, Object> input) {
            var value = operand.in(facts, input);
            return value != null && words.contains(value);
        }

        @Override
        public String text() {
            return operand + " in ['" + String.join("', '", words) + "']";
        }
    }

    /** All of them. */
    record All(List<Condition> parts) implements Condition {

        @Override
        public boolean holds(Map<String, Object> facts, Map<String, Object> input) {
            return parts.stream().allMatch(part -> part.holds(facts, input));
        }

        @Override
        public String text() {
            return parts.stream().map(Condition::text).collect(Collectors.joining(" and "));
        }
    }

    /** The text is not a condition; {@code at} counts characters from 0. */
    final class NotACondition extends IllegalArgumentException {

        private final int at;

        NotACondition(String text, int at) {
            super("not a condition at character " + (at + 1) + ": " + text);
            this.at = at;
        }

        public int at() {
            return at;
        }
    }
}
