package org.linli.grid.catalogue;

import java.util.Optional;
import java.util.regex.Pattern;
import org.linli.casework.Term;

/** Terms as the catalogue writes them, such as {@code 5 working days}. */
final class Terms {

    private static final Pattern FORM = Pattern.compile("(\\d{1,3}) (minute|office hour|working day|calendar day)s?");

    private Terms() {}

    static Optional<Term> read(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var unit = switch (matcher.group(2)) {
            case "minute" -> Term.Unit.MINUTES;
            case "office hour" -> Term.Unit.OFFICE_HOURS;
            case "working day" -> Term.Unit.WORKING_DAYS;
            default -> Term.Unit.CALENDAR_DAYS;
        };
        return Optional.of(new Term(Integer.parseInt(matcher.group(1)), unit));
    }

    static String write(Term term) {
        var unit = switch (term.unit()) {
            case MINUTES -> "minute";
            case OFFICE_HOURS -> "office hour";
            case WORKING_DAYS -> "working day";
            case CALENDAR_DAYS -> "calendar day";
        };
        return term.amount() + " " + unit + (term.amount() == 1 ? "" : "s");
    }
}
