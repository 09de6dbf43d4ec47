package org.linli.casework.procedure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.linli.casework.procedure.Condition.NotACondition;
import org.linli.casework.procedure.Condition.Operand;
import org.linli.casework.procedure.Condition.Source;

/** Reads a {@link Condition} from its text, one token after the other. */
final class ConditionParser {

    private static final Pattern OPERAND = Pattern.compile("(fact|input)\\.([A-Za-z][A-Za-z0-9_-]*)");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"");

    private final String text;
    private int at;

    ConditionParser(String text) {
        this.text = text;
    }

    Condition parse() {
        var parts = new ArrayList<Condition>();
        do {
            parts.add(comparison());
        } while (take("and"));
        if (at < text.length()) {
            throw new NotACondition(text, at);
        }
        return parts.size() == 1 ? parts.getFirst() : new Condition.All(parts);
    }

    private Condition comparison() {
        var operand = operand();
        if (take("==")) {
            return new Condition.Is(operand, word());
        }
        if (take("!=")) {
            return new Condition.IsNot(operand, word());
        }
        if (take("in")) {
            return new Condition.In(operand, words());
        }
        throw new NotACondition(text, at);
    }

    private Operand operand() {
        skipBlanks();
        var matcher = OPERAND.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw new NotACondition(text, at);
        }
        at = matcher.end();
        return new Operand(matcher.group(1).equals("fact") ? Source.FACT : Source.INPUT, matcher.group(2));
    }

    private String word() {
        skipBlanks();
        var matcher = WORD.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw new NotACondition(text, at);
        }
        at = matcher.end();
        skipBlanks();
        return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    }

    private Set<String> words() {
        var words = new LinkedHashSet<String>();
        if (!take("[")) {
            throw new NotACondition(text, at);
        }
        do {
            words.add(word());
        } while (take(","));
        if (!take("]")) {
            throw new NotACondition(text, at);
        }
        skipBlanks();
        return words;
    }

    private boolean take(String token) {
        skipBlanks();
        if (!text.startsWith(token, at)) {
            return false;
        }
        at += token.length();
        return true;
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
