package org.linli.counter.errand;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.linli.counter.catalogue.Item;
import org.linli.counter.catalogue.Material;
import org.linli.counter.errand.AcceptErrand.Offered;
import org.linli.counter.errand.Errand.Given;
import org.linli.files.FileId;
import org.linli.shared.Refusal;

/**
 * Checks what was handed in against what the item asks. Everything that is missing comes out at one time, so that
 * nobody is sent home twice.
 */
final class CheckingMaterials {

    private final Item item;
    private final Map<String, Offered> offered;
    private final Map<String, UUID> held;
    private final boolean consent;
    private final boolean cardRead;

    /** @param held what the district holds of the person, by material code */
    CheckingMaterials(Item item, List<Offered> offered, Map<String, UUID> held, boolean consent, boolean cardRead) {
        this.item = item;
        this.offered = offered.stream()
                .collect(Collectors.toMap(Offered::code, Function.identity(), (first, second) -> second));
        this.held = held;
        this.consent = consent;
        this.cardRead = cardRead;
    }

    /** A required material that is not met, and why when the window said so. */
    record Missing(Material material, Optional<Lack> lack) {}

    /** What came of it: how each material is met, and which required ones are not. */
    record Checked(List<Given> given, List<Missing> missing) {

        boolean complete() {
            return missing.isEmpty();
        }
    }

    Checked check() {
        offered.values().forEach(this::refuseStrange);
        var given = new ArrayList<Given>();
        var missing = new ArrayList<Missing>();
        for (var material : item.materials()) {
            var found = met(material);
            found.ifPresent(given::add);
            if (found.isEmpty() && material.required()) {
                missing.add(new Missing(
                        material,
                        Optional.ofNullable(offered.get(material.code())).flatMap(Offered::lack)));
            }
        }
        return new Checked(List.copyOf(given), List.copyOf(missing));
    }

    private void refuseStrange(Offered one) {
        if (item.material(one.code()).isEmpty()) {
            throw Refusal.ofField("materials." + one.code(), ErrandReason.UNKNOWN_MATERIAL, one.code());
        }
    }

    private Optional<Given> met(Material material) {
        var one = offered.get(material.code());
        var state = one == null ? unasked(material) : one.state();
        var field = "materials." + material.code();
        var name = material.names();
        switch (state) {
            case PRESENT -> {
                if (material.source() == Material.Source.DISTRICT_HELD) {
                    // What the district holds is looked up, never asked for.
                    throw Refusal.ofField(field, ErrandReason.DISTRICT_HOLDS_IT, name);
                }
            }
            case FOLLOWS -> {
                if (!material.mayFollow()) {
                    throw Refusal.ofField(field, ErrandReason.MATERIAL_MAY_NOT_FOLLOW, name);
                }
            }
            case COMMITTED -> {
                if (!material.mayBeCommitted()) {
                    throw Refusal.ofField(field, ErrandReason.MATERIAL_NOT_COMMITTABLE, name);
                }
            }
            case HELD -> refuseUnheld(material, field);
            case MISSING -> {
                return Optional.empty();
            }
        }
        var files = one == null
                ? List.<UUID>of()
                : one.files().stream().map(FileId::value).toList();
        var reused =
                state == MaterialState.HELD ? Optional.ofNullable(held.get(material.code())) : Optional.<UUID>empty();
        return Optional.of(new Given(material.code(), name, state, files, reused, Optional.empty()));
    }

    /** A material nobody said anything about. */
    private MaterialState unasked(Material material) {
        return switch (material.source()) {
            case CARD -> cardRead ? MaterialState.PRESENT : MaterialState.MISSING;
            case DISTRICT_HELD ->
                // Looked up in the department's register while the case runs; the consent is what is needed here.
                consent ? MaterialState.HELD : MaterialState.MISSING;
            case APPLICANT, FILLED_AT_WINDOW, OTHER_BODY -> MaterialState.MISSING;
        };
    }

    private void refuseUnheld(Material material, String field) {
        if (!consent) {
            throw Refusal.ofField(field, ErrandReason.REUSE_NEEDS_CONSENT);
        }
        if (material.source() != Material.Source.DISTRICT_HELD && !held.containsKey(material.code())) {
            throw Refusal.ofField(field, ErrandReason.MATERIAL_NOT_HELD, material.names());
        }
    }
}
