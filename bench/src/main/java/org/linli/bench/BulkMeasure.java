package org.linli.bench;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.linli.access.Acting;
import org.linli.registry.Because;
import org.linli.registry.ChangeSource;
import org.linli.registry.bulk.Batch;
import org.linli.registry.bulk.BulkLoad;
import org.linli.registry.bulk.Entry;
import org.linli.registry.change.Change;
import org.linli.registry.change.Changes;
import org.linli.registry.synthetic.SyntheticDistrict;
import org.postgresql.PGConnection;
import org.springframework.context.ApplicationContext;

/**
 * Writes people who are known only as entries: sealed, spelled and copied into the full base, two threads at a time; then
 * the very same bytes by a raw COPY into empty tables with the same columns and indexes, as many threads.
 */
final class BulkMeasure {

    private static final int THREADS = 2;
    private static final int WARM = 4;
    private static final int MEASURED = 16;

    private final BulkLoad bulk;
    private final Change change;
    private final SyntheticDistrict district;
    private final DataSource source;
    private final Connection database;
    private final int round;
    private final long people;

    BulkMeasure(ApplicationContext house, Connection database, int round, long people) {
        this.bulk = house.getBean(BulkLoad.class);
        this.district = house.getBean(SyntheticDistrict.class);
        this.source = house.getBean(DataSource.class);
        this.change =
                house.getBean(Changes.class).begin(Acting.system("bench"), Because.of(ChangeSource.DEMO, "bench"));
        this.database = database;
        this.round = round;
        this.people = people;
    }

    void into(Report report) throws Exception {
        // A seed of its own for each run, so that the same folder can be measured again.
        var seed = System.nanoTime();
        var communities = IntStream.range(0, WARM + MEASURED)
                .mapToObj(ordinal -> district.community(seed, round, ordinal))
                .toList();
        sharedTables();
        write(communities.subList(0, WARM));
        var begun = System.nanoTime();
        var batches = write(communities.subList(WARM, WARM + MEASURED));
        var seconds = (System.nanoTime() - begun) / 1e9;
        var written = batches.stream().mapToInt(Batch::people).sum();
        var parts = batches.stream().map(Batch::parts).toList();
        var rawBegun = System.nanoTime();
        raw(parts);
        var rawSeconds = (System.nanoTime() - rawBegun) / 1e9;
        var rows = parts.stream()
                .flatMap(List::stream)
                .mapToLong(Batch.Copied::rows)
                .sum();
        RegistryBench.figure(
                report, people, "import_rows_per_s", "people with all that hangs on them", written / seconds);
        RegistryBench.figure(report, people, "import_table_rows_per_s", "rows of tables", rows / seconds);
        RegistryBench.figure(
                report, people, "raw_copy_rows_per_s", "people with all that hangs on them", written / rawSeconds);
        RegistryBench.figure(report, people, "copy_ratio", "", rawSeconds / seconds);
    }

    private List<Batch> write(List<List<Entry>> communities) throws Exception {
        return together(communities.stream()
                .<Callable<Batch>>map(entries -> () -> {
                    var batch = bulk.batch(change);
                    entries.forEach(batch::add);
                    bulk.write(batch);
                    return batch;
                })
                .toList());
    }

    private void raw(List<List<Batch.Copied>> communities) throws Exception {
        together(communities.stream()
                .<Callable<Integer>>map(parts -> () -> {
                    try (var connection = source.getConnection()) {
                        connection.setAutoCommit(false);
                        for (var part : parts) {
                            copy(connection, part);
                        }
                        connection.commit();
                        connection.setAutoCommit(true);
                        return parts.size();
                    }
                })
                .toList());
    }

    private static void copy(Connection connection, Batch.Copied part) throws Exception {
        var table = part.table().replace("registry.", "bench.");
        var copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy %s (%s) from stdin (format binary)".formatted(table, part.columns()));
        copy.writeToCopy(part.bytes().array(), 0, part.bytes().limit());
        copy.endCopy();
    }

    private void sharedTables() throws Exception {
        try (var statement = database.createStatement()) {
            statement.execute("drop schema if exists bench cascade");
            statement.execute("create schema bench");
            for (var table : List.of(
                    "compound",
                    "dwelling",
                    "person",
                    "lookup",
                    "document",
                    "phone",
                    "household",
                    "household_member",
                    "residence",
                    "organisation",
                    "place")) {
                statement.execute("create table bench.%1$s (like registry.%1$s including all)".formatted(table));
            }
        }
    }

    private static <T> List<T> together(List<Callable<T>> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var results = new ArrayList<T>();
            for (var one : threads.invokeAll(work)) {
                results.add(one.get());
            }
            return results;
        }
    }
}
