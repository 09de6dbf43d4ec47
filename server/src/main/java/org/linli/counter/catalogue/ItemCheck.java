package org.linli.counter.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.linli.area.Areas;
import org.linli.area.Unit;
import org.linli.area.UnitCode;
import org.linli.casework.Term;
import org.linli.counter.catalogue.ItemFault.Kind;

/** The rules an item must keep before it may be published; every fault is named with its line. */
final class ItemCheck {

    private final Areas areas;
    private final HeldDocuments held;

    ItemCheck(Areas areas, HeldDocuments held) {
        this.areas = areas;
        this.held = held;
    }

    /** An item that was read, if it could be, and everything that is wrong with it. */
    record Outcome(Optional<Item> item, List<ItemFault> faults) {

        Outcome {
            faults = List.copyOf(faults);
        }
    }

    Outcome check(String file, String text) {
        var faults = new ArrayList<ItemFault>();
        var item = ItemReader.read(file, text, faults);
        // Rules are tried on what could be read, so that one slip of form does not hide a broken rule.
        item.ifPresent(read ->
                ItemYaml.map(file, text, new ArrayList<>()).ifPresent(lines -> rules(file, read, lines, faults)));
        faults.sort(java.util.Comparator.comparingInt(ItemFault::line));
        return new Outcome(faults.isEmpty() ? item : Optional.empty(), faults);
    }

    private void rules(String file, Item item, ItemYaml lines, List<ItemFault> faults) {
        units(file, item, lines, faults);
        if (Arrays.stream(Item.Kind.values()).noneMatch(kind -> kind.procedure().equals(item.procedure()))) {
            faults.add(ItemFault.at(file, lines.line("procedure"), Kind.PROCEDURE_UNKNOWN, item.procedure()));
        }
        if (item.dedicatedLine().isPresent() && item.kind() != Item.Kind.AGENCY) {
            faults.add(ItemFault.at(file, lines.line("dedicatedLine"), Kind.LINE_NOT_AGENCY, item.kind()));
        }
        terms(file, item, lines, faults);
        materials(file, item, lines, faults);
        fields(file, item, lines, faults);
    }

    private void units(String file, Item item, ItemYaml lines, List<ItemFault> faults) {
        if (!knowsDepartment(item)) {
            faults.add(ItemFault.at(
                    file,
                    lines.line("department"),
                    Kind.DEPARTMENT_UNKNOWN,
                    item.department().value()));
        }
        item.stations().stream()
                .filter(station -> areas.unit(station).isEmpty())
                .forEach(station ->
                        faults.add(ItemFault.at(file, lines.line("stations"), Kind.STATION_UNKNOWN, station.value())));
    }

    private boolean knowsDepartment(Item item) {
        return switch (item.seat()) {
            case DISTRICT -> areas.unit(item.department()).isPresent();
            case SUB_DISTRICT -> prefixes(Unit.Kind.SUB_DISTRICT_OFFICE, item.department());
            case COMMUNITY -> prefixes(Unit.Kind.COMMITTEE, item.department());
        };
    }

    private boolean prefixes(Unit.Kind kind, UnitCode department) {
        return areas.units(kind).stream().anyMatch(unit -> unit.code().value().startsWith(department + "-"));
    }

    private static void terms(String file, Item item, ItemYaml lines, List<ItemFault> faults) {
        var statutory = item.terms().statutory();
        var promised = item.terms().promised();
        if (statutory.isPresent() && promised.isPresent()) {
            if (statutory.get().unit() != promised.get().unit()) {
                faults.add(ItemFault.at(file, lines.line("terms"), Kind.TERM_UNITS_DIFFER));
            } else if (promised.get().amount() > statutory.get().amount()) {
                faults.add(ItemFault.at(
                        file,
                        lines.line("terms"),
                        Kind.PROMISE_LONGER_THAN_LAW,
                        promised.get().amount(),
                        statutory.get().amount()));
            }
        }
        if (item.instant()
                && promised.map(Term::amount).filter(days -> days > 3).isPresent()) {
            faults.add(ItemFault.at(file, lines.line("instant"), Kind.INSTANT_WITHOUT_SAME_DAY));
        }
    }

    private void materials(String file, Item item, ItemYaml lines, List<ItemFault> faults) {
        var maps = lines.has("materials") ? lines.maps("materials") : List.<ItemYaml>of();
        var seen = new HashSet<String>();
        for (var i = 0; i < Math.min(maps.size(), item.materials().size()); i++) {
            var material = item.materials().get(i);
            var line = maps.get(i).line();
            if (!seen.add(material.code())) {
                faults.add(ItemFault.at(file, line, Kind.MATERIAL_TWICE, material.code()));
            }
            var holds = held.find(material.code()).isPresent();
            if (holds && material.source() != Material.Source.DISTRICT_HELD) {
                faults.add(ItemFault.at(
                        file, line, Kind.HELD_BY_DISTRICT, material.names().zh()));
            }
            if (!holds && material.source() == Material.Source.DISTRICT_HELD) {
                faults.add(ItemFault.at(file, line, Kind.NOT_HELD_BY_DISTRICT, material.code()));
            }
        }
    }

    private static void fields(String file, Item item, ItemYaml lines, List<ItemFault> faults) {
        var seen = new HashSet<String>();
        item.form().stream()
                .filter(field -> !seen.add(field.code()))
                .forEach(field -> faults.add(ItemFault.at(file, lines.line("form"), Kind.FIELD_TWICE, field.code())));
    }
}
