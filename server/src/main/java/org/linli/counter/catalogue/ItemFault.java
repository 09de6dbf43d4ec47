package org.linli.counter.catalogue;

import java.util.List;
import java.util.Locale;

/** One thing wrong with an item's file, and the line it stands on. */
record ItemFault(String file, int line, Kind kind, List<Object> arguments) {

    /** The rules of an item's file; the texts are the messages {@code fault.counter.item.*}. */
    enum Kind {
        NOT_YAML,
        MISSING,
        UNKNOWN_KEY,
        NOT_ONE_OF,
        NOT_A_NUMBER,
        NOT_YES_OR_NO,
        NOT_A_LIST,
        NOT_A_MAP,
        EMPTY_LIST,
        CODE_FORM,
        BASIC_CODE_FORM,
        DEPARTMENT_UNKNOWN,
        STATION_UNKNOWN,
        PROCEDURE_UNKNOWN,
        PROMISE_LONGER_THAN_LAW,
        TERM_UNITS_DIFFER,
        INSTANT_WITHOUT_SAME_DAY,
        MATERIAL_TWICE,
        FIELD_TWICE,
        CHOICES_MISSING,
        HELD_BY_DISTRICT,
        NOT_HELD_BY_DISTRICT,
        LINE_NOT_AGENCY;

        String key() {
            return "fault.counter.item." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static ItemFault at(String file, int line, Kind kind, Object... arguments) {
        return new ItemFault(file, line, kind, List.of(arguments));
    }
}
