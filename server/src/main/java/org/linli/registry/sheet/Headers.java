package org.linli.registry.sheet;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.crypto.digests.SM3Digest;

/** Recognises columns by what stands over them. */
public final class Headers {

    /** Columns that other systems' sheets have and this one has no use for: what stands in them is not even read. */
    private static final Set<String> NOT_HELD = Set.of(
            "民族",
            "民族代码",
            "政治面貌",
            "党派",
            "是否党员",
            "宗教信仰",
            "宗教",
            "信仰",
            "是否重点关注人员",
            "重点人员",
            "重点人员类型",
            "ethnicity",
            "ethnicgroup",
            "religion",
            "politicalstatus",
            "politicalaffiliation",
            "partymember");

    private static final Map<SheetKind, Map<String, SheetField>> KNOWN = known();

    private Headers() {}

    /** What each column holds; a field that two columns seem to hold is taken from the first. */
    public static List<Optional<SheetField>> recognised(SheetKind kind, List<String> headers) {
        var taken = EnumSet.noneOf(SheetField.class);
        return headers.stream()
                .map(header -> Optional.ofNullable(
                                KNOWN.getOrDefault(kind, Map.of()).get(plain(header)))
                        .filter(taken::add))
                .toList();
    }

    /** Whether the column must not be read, whatever somebody says it holds. */
    public static boolean isNotHeld(String header) {
        var plain = plain(header);
        return NOT_HELD.contains(plain);
    }

    /** How well the texts of a row would do as headers: how many are recognised. */
    public static int recognition(SheetKind kind, List<String> texts) {
        return (int)
                recognised(kind, texts).stream().filter(Optional::isPresent).count();
    }

    /** The same for the same headers in the same order. */
    public static String digest(List<String> headers) {
        var digest = new SM3Digest();
        for (var header : headers) {
            var bytes = plain(header).getBytes(StandardCharsets.UTF_8);
            digest.update((byte) bytes.length);
            digest.update(bytes, 0, bytes.length);
        }
        var sum = new byte[digest.getDigestSize()];
        digest.doFinal(sum, 0);
        return HexFormat.of().formatHex(sum);
    }

    /** Without what people add for the eye: blanks, stars, 必填. */
    private static String plain(String header) {
        return Normalizer.normalize(header, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}\\p{Cc}\\p{Cf}*:_]|\\(必填\\)|\\(选填\\)|\\(required\\)|\\(optional\\)|'", "")
                .toLowerCase(Locale.ROOT);
    }

    private static Map<SheetKind, Map<String, SheetField>> known() {
        var known = new EnumMap<SheetKind, Map<String, SheetField>>(SheetKind.class);
        for (var kind : SheetKind.values()) {
            var names = new HashMap<String, SheetField>();
            for (var field : kind.fields()) {
                names.put(plain(field.names().zh()), field);
                names.put(plain(field.names().en()), field);
                field.synonyms().forEach(synonym -> names.putIfAbsent(plain(synonym), field));
            }
            known.put(kind, Map.copyOf(names));
        }
        return known;
    }
}
