package org.linli.files;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Set;
import org.linli.shared.Refusal;

/** What a file is called: without a path, without signs that cannot be seen, and ending as its type does. */
final class FileName {

    private static final int LONGEST = 120;

    /** Endings that a system might run; they are refused anywhere in a name, so that none hides before the last one. */
    private static final Set<String> PROGRAMS = Set.of(
            "exe", "com", "scr", "bat", "cmd", "msi", "dll", "jar", "js", "mjs", "vbs", "vbe", "wsf", "hta", "ps1",
            "sh", "php", "jsp", "html", "htm", "xhtml", "svg", "lnk", "reg", "apk", "docm", "xlsm");

    private FileName() {}

    /** The name as it is stored; one without an ending gets its type's. */
    static String cleaned(String given, FileType type) {
        var name = stripped(given);
        var dot = name.lastIndexOf('.');
        if (dot <= 0) {
            return shortened(name.isEmpty() ? "file" : name.replace(".", ""), type.ending());
        }
        var ending = name.substring(dot + 1);
        if (!type.fitsEnding(ending) || hidesProgram(name.substring(0, dot))) {
            throw Refusal.ofField("name", FilesReason.MISLEADING_NAME, name, type.ending());
        }
        return shortened(name.substring(0, dot), ending);
    }

    private static String stripped(String given) {
        var last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        return Normalizer.normalize(last, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}]", "")
                .replaceAll("[<>:\"|?*]", "_")
                .strip();
    }

    private static boolean hidesProgram(String beforeEnding) {
        return Arrays.stream(beforeEnding.split("\\."))
                .skip(1)
                .anyMatch(part -> PROGRAMS.contains(part.strip().toLowerCase(java.util.Locale.ROOT)));
    }

    private static String shortened(String stem, String ending) {
        var room = LONGEST - ending.length() - 1;
        var end = stem.length() <= room ? stem.length() : stem.offsetByCodePoints(0, stem.codePointCount(0, room - 1));
        return stem.substring(0, end) + "." + ending;
    }
}
