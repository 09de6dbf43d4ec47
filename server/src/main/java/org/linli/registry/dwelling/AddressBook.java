package org.linli.registry.dwelling;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.linli.area.Areas;
import org.linli.registry.Addresses;
import org.linli.registry.DwellingId;
import org.linli.registry.dwelling.CompoundRows.CompoundRow;
import org.linli.registry.dwelling.DwellingRows.DwellingRow;
import org.linli.registry.finding.SaidAddress;
import org.linli.registry.finding.WrittenAddress;
import org.linli.shared.DivisionCode;
import org.linli.shared.DivisionCode.Level;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The address book over the divisions in memory and the compounds and dwellings in the database. */
@Service
class AddressBook implements Addresses {

    private static final DivisionCode TOP = DivisionCode.of("15");

    /** More than any community has. */
    private static final int MOST = 500;

    /** Building, unit, room. */
    private static final int PARTS = 3;

    private final Areas areas;
    private final CompoundRows compounds;
    private final DwellingRows dwellings;

    AddressBook(Areas areas, CompoundRows compounds, DwellingRows dwellings) {
        this.areas = areas;
        this.compounds = compounds;
        this.dwellings = dwellings;
    }

    @Override
    public List<Community> communities() {
        return below(areas.requireDivision(TOP)).map(this::community).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Compound> compounds(DivisionCode community) {
        return compounds.within(community, Optional.empty(), MOST).items().stream()
                .map(AddressBook::compound)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Compound> compound(DivisionCode community, String name) {
        return compounds.named(community, name).map(AddressBook::compound);
    }

    /** An address that may have been meant, as it is written, and the compound it begins with. */
    record Suggestion(String address, Compound compound) {}

    /**
     * Completes an address that somebody begins to write: its compound, then what was said of the door. Whether there is such
     * a door is not told, because the address book is open to whoever is signed in.
     *
     * @param first where to look first
     */
    @Transactional(readOnly = true)
    List<Suggestion> suggestions(String said, DivisionCode first, int most) {
        return SaidAddress.readings(said).stream()
                .filter(reading ->
                        !reading.compound().isEmpty() && reading.door().split("-").length <= PARTS)
                .flatMap(reading -> compounds.beginning(reading.compound(), first, most).stream()
                        .map(row -> new Suggestion(written(row, reading.door()), compound(row))))
                .distinct()
                .limit(most)
                .toList();
    }

    /** The last part is the room where there are two or three of them, as people say it. */
    private static String written(CompoundRow row, String door) {
        var parts = door.isEmpty() ? new String[0] : door.split("-");
        return switch (parts.length) {
            case 0 -> row.facts().name();
            case 1 -> WrittenAddress.of(row.facts().name(), parts[0], "", "");
            case 2 -> WrittenAddress.of(row.facts().name(), parts[0], "", parts[1]);
            default -> WrittenAddress.of(row.facts().name(), parts[0], parts[1], parts[2]);
        };
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Dwelling> dwelling(UUID compound, String building, String unit, String room) {
        return dwellings.behind(compound, building, unit, room).map(AddressBook::dwelling);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Dwelling> dwelling(DwellingId id) {
        return dwellings.find(id.value()).map(AddressBook::dwelling);
    }

    private Community community(Areas.Division division) {
        var subDistrict = areas.requireDivision(division.code().upTo(Level.SUB_DISTRICT));
        return new Community(division.code(), division.shortNames(), subDistrict.code(), subDistrict.shortNames());
    }

    private Stream<Areas.Division> below(Areas.Division division) {
        return division.code().level() == Level.COMMUNITY
                ? Stream.of(division)
                : areas.within(division.code()).stream().flatMap(this::below);
    }

    private static Compound compound(CompoundRow row) {
        return new Compound(
                row.id(), row.community(), row.facts().name(), row.facts().otherNames());
    }

    private static Dwelling dwelling(DwellingRow row) {
        return new Dwelling(
                new DwellingId(row.id()),
                row.compound(),
                row.address(),
                row.division(),
                row.facts().at());
    }
}
