package org.linli.registry.synthetic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.area.Areas;
import org.linli.registry.synthetic.SyntheticQueries.Cell;
import org.linli.shared.DemoData.Size;
import org.linli.shared.DivisionCode;

/** What each cell is to hold so that the district's totals come out exactly; a small district is a piece of the full one. */
final class DistrictPlan {

    static final int PEOPLE = 762_000;
    static final int DWELLINGS = 300_000;
    static final int ORGANISATIONS = 30_000;
    static final int SOCIAL_ORGANISATIONS = 1_708;
    static final int PLACES = 6_000;

    /** Around the station of Shaoxianlu, where the counter's demo and its cards are at home: one cell of each. */
    private static final Set<String> SMALL =
            Set.of("150203001015", "150203001018", "150203001026", "150203001027", "150203003013");

    /** @param ordinal the cell's place in the district */
    record Share(
            Cell cell,
            int ordinal,
            int people,
            int dwellings,
            int organisations,
            int socialOrganisations,
            int places) {}

    /** @param cells of the community in all, also where fewer are filled */
    record Part(String community, String name, int ordinal, int cells, int round, List<Share> shares) {

        int people() {
            return shares.stream().mapToInt(Share::people).sum();
        }
    }

    private DistrictPlan() {}

    /** @param rounds how many districts lie on top of each other: 1, or more to measure with */
    static List<Part> of(List<Cell> cells, Areas areas, Size size, int rounds) {
        var byCommunity = shares(cells).stream()
                .collect(Collectors.groupingBy(
                        share -> share.cell().community(), LinkedHashMap::new, Collectors.toList()));
        var parts = new ArrayList<Part>();
        for (var round = 0; round < rounds; round++) {
            var ordinal = 0;
            for (var entry : byCommunity.entrySet()) {
                part(entry, areas, size, round, ordinal++).ifPresent(parts::add);
            }
        }
        return parts;
    }

    private static Optional<Part> part(
            Map.Entry<String, List<Share>> entry, Areas areas, Size size, int round, int ordinal) {
        var community = entry.getKey();
        if (size != Size.FULL && !SMALL.contains(community)) {
            return Optional.empty();
        }
        var name =
                areas.requireDivision(DivisionCode.of(community)).shortNames().zh();
        var shares = size == Size.FULL ? entry.getValue() : entry.getValue().subList(0, 1);
        return Optional.of(new Part(community, name, ordinal, entry.getValue().size(), round, shares));
    }

    private static List<Share> shares(List<Cell> cells) {
        var upTo = new double[cells.size() + 1];
        for (var i = 0; i < cells.size(); i++) {
            upTo[i + 1] = upTo[i]
                    + 0.8
                    + 0.4 * Dice.of(0, "share of " + cells.get(i).code()).real();
        }
        var shares = new ArrayList<Share>();
        for (var i = 0; i < cells.size(); i++) {
            shares.add(new Share(
                    cells.get(i),
                    i,
                    share(PEOPLE, upTo, i),
                    share(DWELLINGS, upTo, i),
                    share(ORGANISATIONS - SOCIAL_ORGANISATIONS, upTo, i),
                    share(SOCIAL_ORGANISATIONS, upTo, i),
                    share(PLACES, upTo, i)));
        }
        return shares;
    }

    private static int share(int total, double[] upTo, int cell) {
        var all = upTo[upTo.length - 1];
        return (int) (Math.round(total * upTo[cell + 1] / all) - Math.round(total * upTo[cell] / all));
    }
}
