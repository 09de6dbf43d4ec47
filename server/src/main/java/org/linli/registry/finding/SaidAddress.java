package org.linli.registry.finding;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One reading of an address in the order people say it: 友谊19-3-502, 友谊小区19号楼3单元502室, 钢23 6-2-301.
 *
 * @param compound beginning of a compound's name as {@link CompoundName#key} writes it, or of its initials
 * @param door beginning of a door number as {@link DoorNumber#key} writes it; empty when only the compound was said
 */
public record SaidAddress(String compound, String door) {

    /** A name that says itself where it ends. */
    private static final Pattern NAMED = Pattern.compile("^(?<name>.*?(?:小区|号街坊|街坊|号院|花园|家园|新村|嘎查))(?<door>.*)$");

    private static final Pattern WORDS_THEN_NUMBERS = Pattern.compile("^(?<name>[^0-9]+?)[\\s-]*(?<door>[0-9].*)?$");

    /** The floor tells nothing that the room does not: 3单元5楼502. */
    private static final Pattern FLOOR = Pattern.compile("[0-9]+(?:层|(?<!号)楼)(?=.*[0-9])");

    private static final Pattern PART = Pattern.compile("[0-9]+[a-z]?");

    /** What may have been meant, the likeliest first: 钢23-6 is door 23-6 of 钢, or door 6 of 钢23. */
    public static List<SaidAddress> readings(String text) {
        var plain = CompoundName.withDigits(
                Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT));
        var named = NAMED.matcher(plain);
        if (named.matches()) {
            return List.of(reading(CompoundName.key(named.group("name")), parts(named.group("door"))));
        }
        var said = WORDS_THEN_NUMBERS.matcher(plain);
        if (!said.matches()) {
            return List.of();
        }
        var name = CompoundName.key(said.group("name"));
        var door = said.group("door");
        var parts = door == null ? List.<String>of() : parts(door);
        if (parts.isEmpty()) {
            return List.of(reading(name, parts));
        }
        return List.of(reading(name, parts), reading(name + parts.getFirst(), parts.subList(1, parts.size())));
    }

    private static SaidAddress reading(String name, List<String> parts) {
        return new SaidAddress(name, String.join("-", parts));
    }

    private static List<String> parts(String door) {
        var parts = new ArrayList<String>();
        var found = PART.matcher(FLOOR.matcher(door).replaceAll(""));
        while (found.find()) {
            parts.add(DoorNumber.part(found.group()));
        }
        return parts;
    }
}
