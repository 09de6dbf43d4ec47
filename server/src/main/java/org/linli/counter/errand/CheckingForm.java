package org.linli.counter.errand;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.linli.counter.catalogue.FormField;
import org.linli.shared.Refusal;

/** Checks a form's answers against the item's fields, and keeps only those. */
final class CheckingForm {

    static final Pattern PHONE = Pattern.compile("1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8}");

    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST = 2000;

    private CheckingForm() {}

    static Map<String, Object> check(List<FormField> fields, Map<String, Object> answers) {
        for (var code : answers.keySet()) {
            if (fields.stream().noneMatch(field -> field.code().equals(code))) {
                throw Refusal.ofField("form." + code, ErrandReason.FIELD_UNKNOWN, code);
            }
        }
        var checked = new LinkedHashMap<String, Object>();
        for (var field : fields) {
            var answer = String.valueOf(answers.getOrDefault(field.code(), "")).strip();
            if (!answer.isEmpty()) {
                checked.put(field.code(), value(field, answer));
            } else if (field.required()) {
                throw refusal(field, ErrandReason.FIELD_NEEDED);
            }
        }
        return checked;
    }

    private static String value(FormField field, String answer) {
        try {
            var fits = switch (field.type()) {
                case TEXT -> answer.length() <= LONGEST_TEXT;
                case LONG_TEXT -> answer.length() <= LONGEST;
                case NUMBER -> new BigDecimal(answer).scale() <= 0;
                case MONEY -> new BigDecimal(answer).scale() <= 2 && new BigDecimal(answer).signum() >= 0;
                case DATE -> LocalDate.parse(answer).getYear() >= 1900;
                case PHONE -> PHONE.matcher(answer).matches();
                case CHOICE ->
                    field.choices().stream().anyMatch(choice -> choice.code().equals(answer));
                case YES_NO -> answer.equals("true") || answer.equals("false");
            };
            if (fits) {
                return answer;
            }
        } catch (NumberFormatException | DateTimeParseException e) {
            // said below, with the field's name
        }
        throw refusal(field, ErrandReason.FIELD_FORM);
    }

    private static Refusal refusal(FormField field, ErrandReason reason) {
        return Refusal.ofField("form." + field.code(), reason, field.names());
    }
}
