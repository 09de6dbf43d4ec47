package org.linli.registry.finding;

import java.util.List;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.registry.RegistryReason;
import org.linli.registry.listing.Area;
import org.linli.registry.listing.PlaceNames;
import org.linli.shared.DivisionCode;
import org.linli.shared.Names;
import org.linli.shared.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds dwellings of the posting's area by their address in the order people say it. */
@RestController
@RequestMapping("/api/registry/dwellings")
class FindDwellings {

    private static final String READ = "registry.dwelling.read";
    private static final int MOST = 50;

    private final SaidAddressQueries queries;
    private final PlaceNames places;

    FindDwellings(SaidAddressQueries queries, PlaceNames places) {
        this.queries = queries;
        this.places = places;
    }

    /** A compound that may have been meant. */
    record FoundCompoundView(UUID id, String name, DivisionCode community, Names communityNames) {}

    /** A dwelling that may have been meant. */
    record FoundDwellingView(
            UUID id, UUID compound, String address, DivisionCode division, Names divisionNames, String use) {}

    record FoundDwellingsView(List<FoundCompoundView> compounds, List<FoundDwellingView> dwellings) {}

    @GetMapping
    FoundDwellingsView findDwellings(
            Acting by, @RequestParam String said, @RequestParam(defaultValue = "20") int limit) {
        by.require(READ, by.area());
        if (said.isBlank()) {
            throw Refusal.ofField("said", RegistryReason.TOO_LITTLE_TO_FIND, 1);
        }
        var area = Area.of(by.area());
        var compounds = queries.compounds(said.strip(), by.area());
        var dwellings = queries.dwellings(said.strip(), by.area(), area, Math.clamp(limit, 1, MOST));
        return new FoundDwellingsView(
                compounds.stream()
                        .map(one -> new FoundCompoundView(
                                one.id(), one.name(), one.community(), places.of(one.community())))
                        .toList(),
                dwellings.stream()
                        .map(one -> new FoundDwellingView(
                                one.id(),
                                one.compound(),
                                one.address(),
                                one.division(),
                                places.of(one.division()),
                                one.use()))
                        .toList());
    }
}
