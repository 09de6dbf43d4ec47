package org.linli.registry.finding;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * How a name is spelled (拼音): the syllables of its characters with blanks between them, surnames as surnames (曾 zeng,
 * 单 shan), and the first letter of each.
 */
public record Spelling(String pinyin, String initials) {

    /** Surnames of two characters that are met; other names begin with a surname of one. */
    private static final Set<String> TWO_CHARACTERS = Set.of(
            "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "长孙", "宇文", "司徒", "夏侯", "轩辕", "端木", "独孤", "南宫",
            "呼延", "拓跋", "澹台", "完颜", "闻人", "赫连", "钟离", "申屠", "太史", "鲜于", "闾丘", "濮阳");

    private static final Map<String, String> SURNAMES = new ConcurrentHashMap<>();
    private static final Map<String, String> SYLLABLES = new ConcurrentHashMap<>();
    private static final int LONGEST_WITH_SURNAME = 3;

    /** The spelling of a person's name; of a name of more than three characters, as Mongolian ones are, no surname is read. */
    public static Spelling of(String name) {
        var text = Normalizer.normalize(name, Normalizer.Form.NFKC).strip();
        var surname = surname(text);
        var syllables = new ArrayList<String>();
        if (!surname.isEmpty()) {
            syllables.addAll(List.of(SURNAMES.computeIfAbsent(
                            surname, one -> Rules.NAMES.transliterate(one).toLowerCase(Locale.ROOT))
                    .split("[^a-z0-9]+")));
        }
        syllables.addAll(words(text.substring(surname.length())));
        return from(syllables);
    }

    /** The spelling of any other name, such as an organisation's. */
    public static Spelling ofWords(String text) {
        return from(words(Normalizer.normalize(text, Normalizer.Form.NFKC)));
    }

    /** What a person corrected it to; blanks part the syllables. */
    public static Spelling corrected(String pinyin) {
        return from(List.of(pinyin.strip().toLowerCase(Locale.ROOT).split("[^a-z0-9]+")));
    }

    /** The syllables without the blanks, as they are typed. */
    public String joined() {
        return pinyin.replace(" ", "");
    }

    private static String surname(String name) {
        if (name.length() > 2 && TWO_CHARACTERS.contains(name.substring(0, 2))) {
            return name.substring(0, 2);
        }
        var first = name.isEmpty() ? 0 : name.codePointAt(0);
        return Character.UnicodeScript.of(first) == Character.UnicodeScript.HAN
                        && name.codePointCount(0, name.length()) <= LONGEST_WITH_SURNAME
                ? Character.toString(first)
                : "";
    }

    /** One syllable for each Chinese character; what is in letters already stays together. */
    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var letters = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN) {
                flush(letters, words);
                words.add(SYLLABLES.computeIfAbsent(
                        Character.toString(point),
                        one -> Rules.WORDS
                                .transliterate(one)
                                .toLowerCase(Locale.ROOT)
                                .strip()));
            } else if (Character.isLetterOrDigit(point)) {
                letters.appendCodePoint(Character.toLowerCase(point));
            } else {
                flush(letters, words);
            }
        });
        flush(letters, words);
        return words;
    }

    private static void flush(StringBuilder letters, List<String> words) {
        if (!letters.isEmpty()) {
            words.add(Rules.WORDS
                    .transliterate(letters.toString())
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z0-9]", ""));
            letters.setLength(0);
        }
    }

    private static Spelling from(List<String> syllables) {
        var words = syllables.stream().filter(word -> !word.isEmpty()).toList();
        return new Spelling(
                String.join(" ", words), words.stream().map(Spelling::initial).collect(Collectors.joining()));
    }

    /** A number counts as a whole: 少先21号街坊 is sx21hjf. */
    private static String initial(String word) {
        return Character.isDigit(word.charAt(0)) ? word : word.substring(0, 1);
    }

    /** Building the rules takes a while, and a start does not need them. */
    private static final class Rules {

        private static final Transliterator NAMES = Transliterator.getInstance("Han-Latin/Names; Latin-ASCII");
        private static final Transliterator WORDS = Transliterator.getInstance("Any-Latin; Latin-ASCII");
    }
}
