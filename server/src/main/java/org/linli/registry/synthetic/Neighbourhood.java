package org.linli.registry.synthetic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.linli.registry.bulk.Entry;
import org.linli.registry.synthetic.Buildings.Door;
import org.linli.registry.synthetic.CompoundPlan.Build;
import org.linli.registry.synthetic.CompoundPlan.Planned;
import org.linli.registry.synthetic.DistrictPlan.Part;
import org.linli.registry.synthetic.DistrictPlan.Share;
import org.linli.shared.Point;

/** One community (社区): its compounds over its cells, and on each cell homes, families, organisations and places. */
final class Neighbourhood {

    private static final int CELLS_A_ROUND = 2000;
    private static final double MAIN_SHARE = 0.6;

    /** A compound that is being built. */
    private record Site(UUID id, Planned planned, Buildings buildings) {}

    private final long seed;
    private final Part part;
    private final Consumer<Entry> out;
    private final List<CardPeople.Holder> holders;
    private final List<Site> sites;
    private final InventedNumbers numbers;
    private int households;

    Neighbourhood(long seed, Part part, Consumer<Entry> out) {
        this.seed = seed;
        this.part = part;
        this.out = out;
        this.holders = part.round() == 0 ? CardPeople.in(part.community()) : List.of();
        this.numbers = new InventedNumbers(part.ordinal(), part.round());
        this.sites = sites();
    }

    /** Identifier of its first compound, by which one sees whether it has been loaded. */
    static UUID mark(long seed, Part part) {
        return compoundIds(seed, part).next();
    }

    void fill() {
        var grounds = part.shares().stream()
                .map(share -> Ground.of(share.cell().outline()))
                .toList();
        for (var i = 0; i < sites.size(); i++) {
            compound(sites.get(i), grounds.getFirst().spots(sites.size()).get(i));
        }
        for (var i = 0; i < part.shares().size(); i++) {
            fill(part.shares().get(i), grounds.get(i), siteOf(i), i == 0);
        }
    }

    private List<Site> sites() {
        var dice = Dice.of(seed, "compounds of " + part.community() + part.round());
        var ids = compoundIds(seed, part);
        return CompoundPlan.of(part.name(), part.ordinal(), part.cells(), part.round()).stream()
                .map(planned ->
                        new Site(ids.next(), planned, new Buildings(dice, planned.build(), planned.firstBuilding())))
                .toList();
    }

    /** Before the blocks of the cells. */
    private static Numbering compoundIds(long seed, Part part) {
        var dice = Dice.of(seed, "identifiers of compounds of " + part.community() + part.round());
        return new Numbering(-1 - part.round() * CELLS_A_ROUND - part.ordinal(), dice);
    }

    private void compound(Site site, Point at) {
        out.accept(
                new Entry.Compound(site.id(), part.community(), site.planned().name(), List.of(), at));
    }

    /** The main compound has the first cells, the others share the rest. */
    private Site siteOf(int cell) {
        var main = sites.size() == 1 ? part.cells() : (int) Math.ceil(part.cells() * MAIN_SHARE);
        if (cell < main) {
            return sites.getFirst();
        }
        return sites.get(1 + (cell - main) * (sites.size() - 1) / (part.cells() - main));
    }

    private void fill(Share share, Ground ground, Site site, boolean first) {
        var dice = Dice.of(seed, "cell " + share.cell().code() + part.round());
        var ids = new Numbering(part.round() * CELLS_A_ROUND + share.ordinal(), dice);
        var moving = new MovingIn(dice, ids, numbers, out);
        var homes = homes(share, ground, site, ids);
        var settled = first ? holders(site, homes.getFirst(), moving, ids) : 0;
        settle(share.people() - settled, share, site, homes, moving, dice);
        new Workplaces(dice, ids, numbers, part, out)
                .fill(share, ground, homes.getFirst().compoundName());
    }

    private List<Home> homes(Share share, Ground ground, Site site, Numbering ids) {
        var taken = holders.stream().map(Neighbourhood::door).collect(Collectors.toSet());
        var main = site == sites.getFirst();
        return site.buildings().on(ground, share.dwellings()).stream()
                .filter(door -> !main || !taken.contains(door(door)))
                .map(door -> new Home(
                        ids.next(),
                        site.id(),
                        site.planned().name(),
                        share.cell().code(),
                        door))
                .toList();
    }

    private void settle(int people, Share share, Site site, List<Home> homes, MovingIn moving, Dice dice) {
        var families = new Families(dice);
        var free = shuffled(homes, dice);
        var uses = new LinkedHashMap<UUID, String>();
        for (var left = people; left > 0; ) {
            var family =
                    (site.planned().build() == Build.DORMITORY ? families.dormitory() : families.next()).cutTo(left);
            var tenure = Tenure.of(family, dice);
            var home = free.isEmpty() ? dice.of(homes) : free.removeLast();
            var registered = tenure == Tenure.RENTING ? dice.of(homes) : home;
            var number = tenure == Tenure.REGISTERED ? householdNumber() : null;
            moving.family(family, tenure, home, registered, number);
            uses.putIfAbsent(home.id(), tenure.use(family.kind()));
            left -= family.figures().size();
        }
        for (var home : homes) {
            out.accept(home.usedAs(uses.getOrDefault(home.id(), dice.chance(0.12) ? "BUSINESS" : "VACANT")));
        }
    }

    /** Those of the cards live where their cards say, in homes of their own. */
    private int holders(Site site, Home beside, MovingIn moving, Numbering ids) {
        var people = 0;
        for (var holder : holders) {
            var floor = Integer.parseInt(holder.room()) / 100;
            var door = new Door(
                    holder.building(),
                    holder.unit(),
                    floor,
                    holder.room(),
                    beside.door().at(),
                    64.5);
            var home = new Home(ids.next(), site.id(), site.planned().name(), beside.cell(), door);
            out.accept(home.usedAs("OWNER_OCCUPIED"));
            moving.holder(holder, home, householdNumber());
            people += 1 + holder.others().size();
        }
        return people;
    }

    private String householdNumber() {
        return "%04d%05d".formatted(part.round() * 112 + part.ordinal() + 1, ++households);
    }

    private static List<Home> shuffled(List<Home> homes, Dice dice) {
        var shuffled = new ArrayList<>(homes);
        for (var i = shuffled.size() - 1; i > 0; i--) {
            Collections.swap(shuffled, i, dice.below(i + 1));
        }
        return shuffled;
    }

    private static String door(Door door) {
        return door.building() + "-" + door.unit() + "-" + door.room();
    }

    private static String door(CardPeople.Holder holder) {
        return holder.building() + "-" + holder.unit() + "-" + holder.room();
    }
}
