package org.linli.grid.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.linli.area.Areas;
import org.linli.area.Unit;
import org.linli.area.UnitCode;
import org.linli.casework.Term;
import org.linli.shared.Csv;
import org.linli.shared.Names;
import org.linli.shared.StartRefusal;
import org.springframework.core.io.ClassPathResource;

/** Reads the categories; what a second level leaves empty is its parent's. A faulty line refuses the start. */
final class CategoryFile {

    private static final String FILE = "catalogue/grid/categories.csv";

    private final Areas areas;
    private final Map<String, Category> read = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    private CategoryFile(Areas areas) {
        this.areas = areas;
    }

    static List<Category> read(Areas areas) {
        try (var file = new ClassPathResource(FILE).getInputStream()) {
            return read(file, areas);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Category> read(InputStream file, Areas areas) {
        var reading = new CategoryFile(areas);
        var line = 1;
        for (var row : Csv.rows(file)) {
            line++;
            reading.add(line, row);
        }
        if (!reading.faults.isEmpty()) {
            throw new StartRefusal("The event categories are not right: " + String.join("; ", reading.faults) + ".");
        }
        return List.copyOf(reading.read.values());
    }

    private void add(int line, Map<String, String> row) {
        var code = row.getOrDefault("code", "");
        if (!code.matches("\\d{2}(\\d{2})?") || read.containsKey(code)) {
            fault(line, "\"" + code + "\" is not a code of two or four digits that occurs once");
            return;
        }
        var parent = code.length() == 4 ? read.get(code.substring(0, 2)) : null;
        if (code.length() == 4 && parent == null) {
            fault(line, code + " stands before its first level");
            return;
        }
        var names = Names.of(row.getOrDefault("zh", ""), row.getOrDefault("en", ""));
        if (names.zh().isBlank() || names.en().isBlank()) {
            fault(line, code + " needs its names zh and en");
        }
        var unit = value(row, "unit", parent == null ? "" : parent.unit());
        requireUnit(line, unit);
        read.put(
                code,
                new Category(
                        idOf("category", code),
                        code,
                        names,
                        unit,
                        yes(line, row, "self", parent != null && parent.selfHandling()),
                        yes(line, row, "photos", parent != null && parent.photos()),
                        terms(line, row, parent == null ? Map.of() : parent.terms())));
    }

    /** The same record on every installation, so that a phone keeps it through a reload. */
    static UUID idOf(String kind, String code) {
        return UUID.nameUUIDFromBytes(("grid." + kind + ":" + code).getBytes(StandardCharsets.UTF_8));
    }

    private Map<Level, Term> terms(int line, Map<String, String> row, Map<Level, Term> inherited) {
        var terms = new EnumMap<Level, Term>(Level.class);
        terms.putAll(inherited);
        for (var level : Level.values()) {
            var text = row.getOrDefault(level.name().toLowerCase(Locale.ROOT), "");
            if (!text.isBlank()) {
                Terms.read(text)
                        .ifPresentOrElse(
                                term -> terms.put(level, term), () -> fault(line, "\"" + text + "\" is not a term"));
            } else if (!terms.containsKey(level)) {
                fault(line, "there is no term for " + level);
            }
        }
        return terms;
    }

    private void requireUnit(int line, String unit) {
        var known = unit.equals(Category.COMMUNITY)
                || unit.equals(Category.SUB_DISTRICT)
                || unit.startsWith("DEPT-")
                        && areas.unit(UnitCode.of(unit))
                                .filter(found -> found.kind() == Unit.Kind.DEPARTMENT)
                                .isPresent();
        if (!known) {
            fault(line, "there is no unit \"" + unit + "\"");
        }
    }

    private boolean yes(int line, Map<String, String> row, String column, boolean inherited) {
        return switch (row.getOrDefault(column, "")) {
            case "yes" -> true;
            case "no" -> false;
            case "" -> inherited;
            case String other -> {
                fault(line, column + " is yes or no, not \"" + other + "\"");
                yield false;
            }
        };
    }

    private static String value(Map<String, String> row, String column, String otherwise) {
        var text = row.getOrDefault(column, "");
        return text.isBlank() ? otherwise : text;
    }

    private void fault(int line, String sentence) {
        faults.add("line " + line + ": " + sentence);
    }
}
