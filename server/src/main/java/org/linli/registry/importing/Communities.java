package org.linli.registry.importing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.area.Areas;
import org.linli.registry.finding.CompoundName;
import org.linli.registry.sheet.SheetField;
import org.linli.shared.DivisionCode;
import org.linli.shared.DivisionCode.Level;

/** In which community and grid cell a row lies, by code or by the names people write. */
final class Communities {

    private static final String ENDING = "(社区居民委员会|社区居委会|居民委员会|居委会|村民委员会|村委会|社区)$";

    private final Areas areas;
    private final DivisionCode area;
    private final Map<String, Set<DivisionCode>> byName = new HashMap<>();
    private final Map<String, Set<DivisionCode>> byCompound;

    /** @param byCompound communities of the area's compounds, by the key of the compound's name */
    Communities(Areas areas, DivisionCode area, Map<String, Set<DivisionCode>> byCompound) {
        this.areas = areas;
        this.area = area;
        this.byCompound = byCompound;
        for (var subDistrict : areas.within(area.upTo(Level.DISTRICT))) {
            for (var community : areas.within(subDistrict.code())) {
                name(community.names().zh(), community.code());
                name(community.shortNames().zh(), community.code());
            }
        }
    }

    /** Where a row lies: the grid cell if it says one, else the community; null with a fault, or when it says nothing. */
    @Nullable
    DivisionCode of(Cells cells) {
        var cell = cell(cells);
        var community = community(cells);
        if (cell != null && community != null && !community.covers(cell)) {
            cells.fault(SheetField.GRID_CELL, "cell-elsewhere", cell);
            return null;
        }
        var place = cell != null ? cell : community;
        if (place == null && !cells.isFaulty()) {
            place = implied(cells);
        }
        if (place != null && !area.covers(place)) {
            cells.fault(cell != null ? SheetField.GRID_CELL : SheetField.COMMUNITY, "outside-area", place);
            return null;
        }
        return place;
    }

    private @Nullable DivisionCode cell(Cells cells) {
        return coded(cells, SheetField.GRID_CELL, Level.GRID_CELL);
    }

    private @Nullable DivisionCode community(Cells cells) {
        var text = cells.text(SheetField.COMMUNITY);
        if (text.isEmpty()) {
            return null;
        }
        if (text.chars().allMatch(Character::isDigit)) {
            return coded(cells, SheetField.COMMUNITY, Level.COMMUNITY);
        }
        var found = byName.getOrDefault(plain(text), Set.of());
        var inside = found.stream().filter(area::covers).toList();
        if (inside.size() == 1) {
            return inside.getFirst();
        }
        if (found.size() == 1) {
            return found.iterator().next();
        }
        cells.fault(
                SheetField.COMMUNITY,
                found.isEmpty() ? "unknown-division" : "division-ambiguous",
                Cells.shortened(text));
        return null;
    }

    private @Nullable DivisionCode coded(Cells cells, SheetField field, Level level) {
        var text = cells.text(field);
        if (text.isEmpty()) {
            return null;
        }
        var code = DivisionCode.isValid(text) ? Optional.of(DivisionCode.of(text)) : Optional.<DivisionCode>empty();
        if (code.filter(one -> one.level() == level).flatMap(areas::division).isEmpty()) {
            cells.fault(field, "unknown-division", Cells.shortened(text));
            return null;
        }
        return code.get();
    }

    /** A posting of one community means that one; a compound that is only in one community tells it. */
    private @Nullable DivisionCode implied(Cells cells) {
        if (area.level().compareTo(Level.COMMUNITY) >= 0) {
            return area;
        }
        var compounds = byCompound.getOrDefault(CompoundName.key(cells.text(SheetField.COMPOUND)), Set.of());
        return compounds.size() == 1 ? compounds.iterator().next() : null;
    }

    private void name(String name, DivisionCode code) {
        byName.computeIfAbsent(plain(name), key -> new HashSet<>()).add(code);
    }

    private static String plain(String name) {
        return name.replaceAll("\\s", "").replaceFirst(ENDING, "");
    }
}
