package org.linli.registry.finding;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Under what a person is found: the name, its tails, its pinyin and its initials; what is typed is the beginning of one. */
public final class LookupKeys {

    private static final int SHORT_NAME = 3;

    private LookupKeys() {}

    /** All keys of a person. */
    public static Set<String> of(String name, Spelling spelling, Optional<String> formerName) {
        var keys = new LinkedHashSet<String>();
        addName(keys, name);
        formerName.ifPresent(former -> addName(keys, former));
        add(keys, spelling.joined());
        add(keys, spelling.initials());
        return keys;
    }

    /** What somebody typed, as keys are written. */
    public static String typed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s·•.,，。'’-]", "")
                .toLowerCase(Locale.ROOT);
    }

    /** A given name of one character is a key; of longer names what follows each character, down to two. */
    private static void addName(Set<String> keys, String name) {
        var key = typed(name);
        add(keys, key);
        var points = key.codePoints().toArray();
        if (points.length > 1 && Character.UnicodeScript.of(points[0]) == Character.UnicodeScript.HAN) {
            var shortest = points.length < SHORT_NAME ? 1 : 2;
            for (var from = 1; points.length - from >= shortest; from++) {
                add(keys, new String(points, from, points.length - from));
            }
        }
    }

    private static void add(Set<String> keys, String key) {
        if (!key.isEmpty()) {
            keys.add(key);
        }
    }
}
