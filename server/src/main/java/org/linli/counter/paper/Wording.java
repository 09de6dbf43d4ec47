package org.linli.counter.paper;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of one paper: values put into a template's sentences. A part in double brackets is left out when a value it
 * names is not given; a whole sentence without its value is empty.
 */
final class Wording {

    private static final Pattern OPTIONAL_PART = Pattern.compile("\\[\\[(.*?)]]");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final DateTimeFormatter CHINESE_DATE = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);
    private static final DateTimeFormatter ENGLISH_DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final Map<String, Object> values;
    private final DateTimeFormatter dates;

    private Wording(Map<String, Object> values, DateTimeFormatter dates) {
        this.values = values;
        this.dates = dates;
    }

    static Wording chinese(Map<String, Object> values) {
        return new Wording(values, CHINESE_DATE);
    }

    static Wording english(Map<String, Object> values) {
        return new Wording(values, ENGLISH_DATE);
    }

    static String dateInChinese(LocalDate date) {
        return CHINESE_DATE.format(date);
    }

    /** The sentence with its values, or nothing when one of them is missing or only blanks are left. */
    Optional<String> of(String sentence) {
        var whole = OPTIONAL_PART
                .matcher(sentence)
                .replaceAll(part -> java.util.regex.Matcher.quoteReplacement(
                        filled(part.group(1)).orElse("")));
        // A value may end with a full stop where the sentence brings its own.
        return filled(whole).map(text -> text.replace("。。", "。")).filter(text -> !text.isBlank());
    }

    /** The lines of a value that has several. */
    List<String> lines(String field) {
        return Optional.ofNullable(values.get(field)).stream()
                .flatMap(value -> value instanceof Collection<?> many ? many.stream() : Stream.of(value))
                .flatMap(value -> word(value).lines())
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private Optional<String> filled(String sentence) {
        var names = PLACEHOLDER
                .matcher(sentence)
                .results()
                .map(found -> found.group(1))
                .toList();
        if (!values.keySet().containsAll(names)) {
            return Optional.empty();
        }
        return Optional.of(PLACEHOLDER
                .matcher(sentence)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                        word(java.util.Objects.requireNonNull(values.get(found.group(1)))))));
    }

    private String word(Object value) {
        return switch (value) {
            case LocalDate date -> dates.format(date);
            case Collection<?> many -> many.stream().map(this::word).collect(Collectors.joining("、"));
            default -> String.valueOf(value);
        };
    }
}
