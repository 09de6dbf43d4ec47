package org.linli.grid.catalogue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.shared.Names;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue of the grids, for forms. */
@RestController
@RequestMapping("/api/grid")
class CategoryController {

    private final Categories categories;

    CategoryController(Categories categories) {
        this.categories = categories;
    }

    /** A category of the first (two digits) or second level (four); {@code terms} by level, such as 5 working days. */
    record EventCategoryView(
            UUID id,
            String code,
            Names names,
            String unit,
            boolean selfHandling,
            boolean photos,
            Map<Level, String> terms) {}

    @GetMapping("/categories")
    List<EventCategoryView> listEventCategories(Acting by) {
        return categories.all().stream().map(CategoryController::view).toList();
    }

    private static EventCategoryView view(Category category) {
        var terms = new EnumMap<Level, String>(Level.class);
        category.terms().forEach((level, term) -> terms.put(level, Terms.write(term)));
        return new EventCategoryView(
                category.id(),
                category.code(),
                category.names(),
                category.unit(),
                category.selfHandling(),
                category.photos(),
                terms);
    }
}
