package org.linli.grid.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.area.Areas;
import org.linli.area.Unit;
import org.linli.casework.CaseTerms;
import org.linli.grid.GridReason;
import org.linli.shared.DivisionCode;
import org.linli.shared.Names;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Component;

/** The categories in force, in memory. */
@Component
public class Categories {

    private final Map<String, Category> byCode = new LinkedHashMap<>();
    private final Areas areas;

    Categories(Areas areas, CatalogueRows rows) {
        this.areas = areas;
        var read = CategoryFile.read(areas);
        read.forEach(category -> byCode.put(category.code(), category));
        rows.saveCategories(read);
    }

    public List<Category> all() {
        return List.copyOf(byCode.values());
    }

    public Optional<Category> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** Refuses what is no category of the second level. */
    public Category require(String code) {
        return find(code)
                .filter(category -> !category.isFirstLevel())
                .orElseThrow(() -> Refusal.ofField("category", GridReason.UNKNOWN_CATEGORY, code));
    }

    /** Both levels in words: 消防安全 · 楼道堆物. */
    public Names title(Category category) {
        var first = byCode.getOrDefault(category.parent(), category).names();
        return Names.of(
                first.zh() + " · " + category.names().zh(),
                first.en() + " · " + category.names().en());
    }

    public CaseTerms terms(Category category, Level level) {
        return new CaseTerms(
                Optional.empty(), Optional.ofNullable(category.terms().get(level)));
    }

    /** The unit that usually handles a category at a place; the smallest one that there is. */
    public Optional<Unit> usualUnit(Category category, DivisionCode place) {
        return switch (category.unit()) {
            case Category.COMMUNITY ->
                unitOf(place, Unit.Kind.COMMITTEE).or(() -> unitOf(place, Unit.Kind.SUB_DISTRICT_OFFICE));
            case Category.SUB_DISTRICT -> unitOf(place, Unit.Kind.SUB_DISTRICT_OFFICE);
            default -> areas.unit(org.linli.area.UnitCode.of(category.unit()));
        };
    }

    /** The office of one kind whose area a place lies in. */
    public Optional<Unit> unitOf(DivisionCode place, Unit.Kind kind) {
        return areas.units(kind).stream()
                .filter(unit -> unit.area().covers(place))
                .findFirst();
    }
}
