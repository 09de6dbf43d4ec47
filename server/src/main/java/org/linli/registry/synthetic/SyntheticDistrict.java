package org.linli.registry.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.linli.area.Areas;
import org.linli.registry.Because;
import org.linli.registry.ChangeSource;
import org.linli.registry.bulk.BulkLoad;
import org.linli.registry.bulk.Entry;
import org.linli.registry.change.Change;
import org.linli.registry.synthetic.DistrictPlan.Part;
import org.linli.shared.DemoData.Size;
import org.linli.shared.StartRefusal;
import org.springframework.stereotype.Component;

/**
 * Loads the synthetic district, a community at a time on several threads, each in a transaction of its own. A load that was
 * interrupted goes on with the communities that are not there yet, because the same seed makes the same ones.
 */
@Component
public class SyntheticDistrict {

    /**
     * What to load.
     *
     * @param rounds how many districts lie on top of each other: 1, or more to measure with
     */
    public record Wanted(Size size, long seed, int rounds) {

        public static final long USUAL_SEED = 150_203;

        String reference() {
            return "demo:" + size + ":" + seed + ":" + rounds;
        }
    }

    private final SyntheticQueries queries;
    private final SyntheticChange changes;
    private final BulkLoad bulk;
    private final Areas areas;

    SyntheticDistrict(SyntheticQueries queries, SyntheticChange changes, BulkLoad bulk, Areas areas) {
        this.queries = queries;
        this.changes = changes;
        this.bulk = bulk;
        this.areas = areas;
    }

    public boolean baseIsEmpty() {
        return !queries.holdsPeople();
    }

    /**
     * @param progress hears how many people there are each time a community was written
     * @return how many people were loaded now
     * @throws StartRefusal when the base holds anything that is not the beginning of this district
     */
    public long load(Wanted wanted, LongConsumer progress) {
        var begun = queries.change(wanted.reference());
        if (begun.isEmpty() && !baseIsEmpty()) {
            throw refusal();
        }
        var missing = missing(wanted);
        if (missing.isEmpty()) {
            throw refusal();
        }
        var change = begun.orElseGet(
                () -> changes.begin(new Because(ChangeSource.DEMO, "演示辖区", Optional.of(wanted.reference()))));
        var people = write(missing, wanted, change, progress);
        bulk.settle();
        return people;
    }

    /** Whether a load of this district began and did not come to its end. */
    boolean isUnfinished(Wanted wanted) {
        return queries.change(wanted.reference()).isPresent()
                && !missing(wanted).isEmpty();
    }

    private List<Part> missing(Wanted wanted) {
        var parts = DistrictPlan.of(queries.cells(), areas, wanted.size(), wanted.rounds());
        var marks = parts.stream()
                .map(part -> Neighbourhood.mark(wanted.seed(), part))
                .toList();
        var there = queries.compounds(marks);
        return IntStream.range(0, parts.size())
                .filter(at -> !there.contains(marks.get(at)))
                .mapToObj(parts::get)
                .toList();
    }

    /**
     * What one community would hold, to measure with.
     *
     * @param round which of the districts that lie on top of each other, from 0
     * @param ordinal the community's place in the district, from 0
     */
    public List<Entry> community(long seed, int round, int ordinal) {
        var parts = DistrictPlan.of(queries.cells(), areas, Size.FULL, round + 1);
        var communities = parts.size() / (round + 1);
        var entries = new ArrayList<Entry>();
        new Neighbourhood(seed, parts.get(round * communities + ordinal), entries::add).fill();
        return entries;
    }

    /** How many people the district will have. */
    public long people(Wanted wanted) {
        return DistrictPlan.of(queries.cells(), areas, wanted.size(), wanted.rounds()).stream()
                .mapToLong(Part::people)
                .sum();
    }

    private long write(List<Part> parts, Wanted wanted, Change change, LongConsumer progress) {
        var written = new AtomicLong();
        // While one thread waits for the database the others make the next communities.
        try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors() + 1)) {
            var running = parts.stream()
                    .map(part -> threads.submit((Callable<Long>) () -> {
                        var batch = bulk.batch(change);
                        new Neighbourhood(wanted.seed(), part, batch::add).fill();
                        bulk.write(batch);
                        progress.accept(written.addAndGet(batch.people()));
                        return written.get();
                    }))
                    .toList();
            running.forEach(one -> await(one, running));
        }
        return written.get();
    }

    private static void await(Future<Long> one, List<Future<Long>> all) {
        try {
            one.get();
        } catch (ExecutionException e) {
            all.forEach(other -> other.cancel(false));
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            all.forEach(other -> other.cancel(true));
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private StartRefusal refusal() {
        return new StartRefusal("The base already holds " + queries.people()
                + " people, so nothing was loaded; name an empty folder with --data."
                + " 人口基础库中已有数据，未作装载；请用 --data 另指定一个空目录。");
    }
}
