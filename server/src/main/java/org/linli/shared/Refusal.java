package org.linli.shared;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody asked for something that the rules do not allow, and is told which rule. It is thrown, so that the
 * transaction it interrupts leaves nothing behind, carries no stack trace, and reaches the user as a problem (RFC 9457)
 * whose text is the message {@code refusal.<module>.<reason>} in the user's language.
 */
public final class Refusal extends RuntimeException {

    /** One rule of one module; implemented by an enum per module. */
    public interface Reason {

        String name();

        /** The module whose messages hold the text. */
        String module();

        Kind kind();

        default String key() {
            return "refusal." + module() + "." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What the refusal means to a program; the HTTP status follows from it. */
    public enum Kind {
        /** The input is wrong (422). */
        INVALID,
        /** Nobody is signed in, or the sign-in failed (401). */
        UNAUTHENTICATED,
        /** The posting may not do this here (403). */
        FORBIDDEN,
        /** There is no such thing, or not for this posting (404). */
        MISSING,
        /** The thing has moved on, or the act does not fit its state (409). */
        CONFLICT,
        /** More bytes or rows than allowed (413). */
        TOO_LARGE,
        /** Too many tries; wait (429). */
        TOO_MANY,
        /** A system outside does not answer (503). */
        UNAVAILABLE
    }

    private final transient Reason reason;
    private final transient List<Object> arguments;
    private final Optional<String> field;
    private final transient Map<String, Object> facts;

    private Refusal(Reason reason, Optional<String> field, List<Object> arguments, Map<String, Object> facts) {
        super(reason.key() + " " + arguments, null, false, false);
        this.reason = reason;
        this.field = field;
        this.arguments = arguments;
        this.facts = Map.copyOf(facts);
    }

    public static Refusal because(Reason reason, Object... arguments) {
        return new Refusal(reason, Optional.empty(), List.of(arguments), Map.of());
    }

    /** A refusal that points at one field of the form. */
    public static Refusal ofField(String field, Reason reason, Object... arguments) {
        return new Refusal(reason, Optional.of(field), List.of(arguments), Map.of());
    }

    /** The same refusal, pointing at a field of the form. */
    public Refusal at(String formField) {
        return new Refusal(reason, Optional.of(formField), arguments, facts);
    }

    /** The same refusal with a fact that a program acts upon; it stands in the problem under this name. */
    public Refusal telling(String name, Object fact) {
        var more = new HashMap<>(facts);
        more.put(name, fact);
        return new Refusal(reason, field, arguments, more);
    }

    public Reason reason() {
        return reason;
    }

    public List<Object> arguments() {
        return arguments;
    }

    public Optional<String> field() {
        return field;
    }

    public Map<String, Object> facts() {
        return facts;
    }
}
