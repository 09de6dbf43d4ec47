package org.linli.casework.procedure;

import java.util.Optional;
import java.util.regex.Pattern;
import org.linli.casework.Term;
import org.linli.casework.procedure.Procedure.When;

/** Terms and moments as they are written in files: {@code 5 working days}, {@code 50%}, {@code 1 working day before}. */
final class TermText {

    private static final Pattern TERM =
            Pattern.compile("(\\d{1,5}) (minutes?|office hours?|working days?|calendar days?)");
    private static final Pattern SHARE = Pattern.compile("(\\d{1,4})\\s?%");

    private TermText() {}

    static Optional<Term> term(String text) {
        if (text.equals("same day")) {
            return Optional.of(new Term(0, Term.Unit.WORKING_DAYS));
        }
        var matcher = TERM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var unit = switch (matcher.group(2).charAt(0)) {
            case 'm' -> Term.Unit.MINUTES;
            case 'o' -> Term.Unit.OFFICE_HOURS;
            case 'w' -> Term.Unit.WORKING_DAYS;
            default -> Term.Unit.CALENDAR_DAYS;
        };
        return Optional.of(new Term(Integer.parseInt(matcher.group(1)), unit));
    }

    static Optional<When> moment(String text) {
        var share = SHARE.matcher(text);
        if (share.matches()) {
            return Optional.of(new When.Share(Integer.parseInt(share.group(1))));
        }
        if (text.endsWith(" before")) {
            return term(text.substring(0, text.length() - 7)).map(When.Before::new);
        }
        if (text.endsWith(" after")) {
            return term(text.substring(0, text.length() - 6)).map(When.After::new);
        }
        return Optional.empty();
    }
}
