package org.linli.casework.procedure;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** What is wrong in a procedure's file, and in which line; rendered in the reader's language. */
public record ProcedureFault(String file, int line, Kind kind, List<Object> arguments) {

    /** The kinds of faults; each has the message {@code fault.procedure.<lower-kebab-name>}. */
    public enum Kind {
        NOT_YAML,
        UNKNOWN_KEY,
        MISSING_KEY,
        DUPLICATE_KEY,
        WRONG_TYPE,
        UNKNOWN_WORD,
        BAD_CODE,
        BAD_NUMBER,
        NAME_MISSING,
        BAD_TERM,
        BAD_MOMENT,
        BAD_CONDITION,
        NOBODY_OPENS,
        UNKNOWN_ROLE,
        UNKNOWN_EFFECT,
        UNKNOWN_STATE,
        START_IS_END,
        NO_END,
        UNREACHABLE_STATE,
        STATE_WITHOUT_WAY_OUT,
        WAIT_WITHOUT_WAY_OUT,
        NEVER_ENDS,
        APPLICANT_MAY_NEVER_ANSWER,
        END_WITH_ACTIONS,
        CLOCK_RUNS_IN_END,
        PAUSE_WITHOUT_REASON,
        REASON_WITHOUT_PAUSE,
        TIMEOUT_ACTION,
        PRIMARY_ACTION,
        ACTION_FROM_NOWHERE,
        NOBODY_MAY_TAKE,
        MAY_FALL_THROUGH,
        RULE_NEVER_REACHED,
        TARGET_TWICE,
        PROMISE_LONGER_THAN_LAW,
        EXTENSION_UNIT,
        LIMIT_WITHOUT_REMINDER,
        REMINDER_TELLS_NOBODY,
        REMINDER_AFTER_END,
        PUBLISHED_DIFFERENTLY,
        UNKNOWN_PROCEDURE,
        WRONG_FILE_NAME;

        public String key() {
            return "fault.procedure." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public String text(MessageSource messages, Locale locale) {
        return messages.getMessage(kind.key(), arguments.toArray(), locale);
    }

    public String place() {
        return file + ":" + line;
    }
}
