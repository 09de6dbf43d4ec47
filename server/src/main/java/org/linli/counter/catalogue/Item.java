package org.linli.counter.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.area.UnitCode;
import org.linli.casework.CaseTerms;
import org.linli.shared.DivisionCode;
import org.linli.shared.Names;

/**
 * Service item (服务事项) in one published version: what a resident can ask for at the window, what it takes and how long it
 * may take.
 *
 * @param code the district's own code, such as {@code 150203-ZM-001}
 * @param department who decides, or issues a certificate; for a seat below the district the prefix of the units there,
 *     see {@link #departmentAt}
 * @param stations the stations that offer it; empty means all of them
 * @param procedure key of the procedure its cases run through, such as {@code counter-certificate}
 * @param dedicatedLine name of the department system an agency item is forwarded over, where there is one
 * @param terms what the law allows and what the district promises, from acceptance on
 * @param termsBasis where the terms come from, shown wherever they are shown
 * @param pauses what stops the clock, for a reason laid down beforehand
 * @param instant done while the resident waits (即办件)
 * @param committable the applicant may promise the facts in writing instead of proving them (告知承诺)
 * @param atHall the district hall offers it too, so that a visit to a station spares one there
 */
public record Item(
        String code,
        int version,
        Names names,
        Kind kind,
        UnitCode department,
        Seat seat,
        Names departmentNames,
        Set<UnitCode> stations,
        String procedure,
        Optional<String> dedicatedLine,
        Set<Audience> audiences,
        List<Material> materials,
        CaseTerms terms,
        TermsBasis termsBasis,
        List<Pause> pauses,
        boolean instant,
        boolean committable,
        boolean atHall,
        Fee fee,
        Result result,
        List<FormField> form,
        Guide guide) {

    /** How the counter deals with an item. */
    public enum Kind {
        /** A certificate issued on the spot (证明开具). */
        CERTIFICATE("counter-certificate"),
        /** Handled directly at the window (直办). */
        DIRECT("counter-direct"),
        /** Forwarded for the resident to the department (代办). */
        AGENCY("counter-agency"),
        /** Accepted, then handled by the department (受理). */
        ACCEPT("counter-accept");

        private final String procedure;

        Kind(String procedure) {
            this.procedure = procedure;
        }

        /** The procedure an item of this kind runs through. */
        public String procedure() {
            return procedure;
        }
    }

    /** Where the department of an item sits. */
    public enum Seat {
        DISTRICT,
        SUB_DISTRICT,
        COMMUNITY
    }

    /** Whom an item is for. */
    public enum Audience {
        PERSON,
        HOUSEHOLD,
        ORGANISATION
    }

    /** How far the terms may be relied upon. */
    public enum TermsBasis {
        /** Checked against the district's own list of items. */
        DISTRICT_LIST,
        /** A usual value; not checked against the district's own list. */
        REALISTIC,
        /** From the law named in the guide, recalled; not checked against the district's own list. */
        MEMORY
    }

    /** What is to be paid; an empty amount means free of charge. */
    public record Fee(Optional<Integer> fen, Names names) {}

    /** What the applicant gets, and how many years the station keeps its copy. */
    public record Result(Names names, int retentionYears) {}

    public Item {
        audiences = Set.copyOf(audiences);
        stations = Set.copyOf(stations);
        materials = List.copyOf(materials);
        pauses = List.copyOf(pauses);
        form = List.copyOf(form);
    }

    /**
     * The unit that handles the item for somebody who lives at a place: the department itself, or the sub-district's or
     * community's own office. A place that does not reach deep enough gets the office of the level it reaches.
     */
    public UnitCode departmentAt(DivisionCode place) {
        return switch (seat) {
            case DISTRICT -> department;
            case SUB_DISTRICT -> UnitCode.of(department + "-" + place.upTo(DivisionCode.Level.SUB_DISTRICT));
            case COMMUNITY ->
                place.value().length() >= 12
                        ? UnitCode.of(department + "-" + place.upTo(DivisionCode.Level.COMMUNITY))
                        : UnitCode.of("SO-" + place);
        };
    }

    /** The reasons for which this item's clock may stand still. */
    public Set<PauseReason> pauseReasons() {
        return pauses.stream().map(Pause::reason).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a station, an agency point or the district hall offers it. */
    public boolean isOfferedAt(UnitCode station) {
        return (stations.isEmpty() || stations.contains(station))
                && (atHall || !station.value().startsWith("HALL-"));
    }

    public Optional<Material> material(String materialCode) {
        return materials.stream()
                .filter(material -> material.code().equals(materialCode))
                .findFirst();
    }
}
