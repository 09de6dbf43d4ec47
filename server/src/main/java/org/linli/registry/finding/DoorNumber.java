package org.linli.registry.finding;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Building, unit and room of a dwelling as people say them: 19-3-502. */
public final class DoorNumber {

    private DoorNumber() {}

    /** The key of a dwelling inside its compound; parts that are empty are left out. */
    public static String key(String building, String unit, String room) {
        return Stream.of(building, unit, room)
                .map(DoorNumber::part)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("-"));
    }

    /** One part without its word and its zeros in front: 019栋 is 19, 三单元 is 3. */
    public static String part(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s|号楼|单元|[号栋幢座楼门室户#]", "")
                .toLowerCase(Locale.ROOT);
        return CompoundName.withDigits(plain).replaceFirst("^0+(?=[0-9])", "");
    }
}
