package org.linli.bench;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.linli.postgres.EmbeddedPostgres;
import org.postgresql.PGConnection;

/**
 * The rows that the server stored, put into the same table once more by nothing but binary COPY: batches as large as the
 * server's were, in the order of the index, a commit each, and the bytes ready before the clock starts. Times are
 * moved back, so that no row is the same as one that is there.
 */
final class RawCopy {

    private static final int MOST = 1_000_000;
    private static final String COPY =
            "copy wearables.fix (device_id, lon, at, received_at, lat, speed, marks) from stdin (format binary)";
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int HEAD_BYTES = SIGNATURE.length + 8;
    private static final int ROW_BYTES = 2 + 7 * 4 + 4 + 4 + 8 + 8 + 4 + 2 + 2;
    private static final int TAIL_BYTES = 2;

    /** 2000-01-01, from which PostgreSQL counts, in microseconds of the epoch. */
    private static final long POSTGRES_EPOCH = 946_684_800_000_000L;

    private record Row(int device, int lon, long at, int lat, short speed, short marks) {}

    private final EmbeddedPostgres.Address address;
    private final List<Row> rows;
    private final int batch;

    /** @param batch rows a transaction */
    RawCopy(EmbeddedPostgres.Address address, Connection database, Instant since, int batch) throws Exception {
        this.address = address;
        this.rows = rows(database, since);
        this.batch = batch;
    }

    /** @param back for how long before they were said the rows are written down */
    double perSecond(int connections, Duration back) throws Exception {
        var batches = batches(back.toMillis() * 1000);
        var next = new AtomicInteger();
        var work = new ArrayList<Callable<Integer>>();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var open = new ArrayList<Connection>();
            for (var n = 0; n < connections; n++) {
                var connection =
                        DriverManager.getConnection(address.jdbcUrl(), EmbeddedPostgres.USER, address.password());
                open.add(connection);
                work.add(() -> copy(connection, batches, next));
            }
            var begun = System.nanoTime();
            for (var one : threads.invokeAll(work)) {
                one.get();
            }
            var seconds = (System.nanoTime() - begun) / 1e9;
            for (var connection : open) {
                connection.close();
            }
            return rows.size() / seconds;
        }
    }

    private static int copy(Connection connection, List<byte[]> batches, AtomicInteger next) throws Exception {
        var done = 0;
        for (var one = next.getAndIncrement(); one < batches.size(); one = next.getAndIncrement()) {
            var bytes = batches.get(one);
            var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
            copy.writeToCopy(bytes, 0, bytes.length);
            copy.endCopy();
            done++;
        }
        return done;
    }

    private List<byte[]> batches(long back) {
        var received = micros(Instant.now());
        var batches = new ArrayList<byte[]>();
        for (var from = 0; from < rows.size(); from += batch) {
            var part = new ArrayList<>(rows.subList(from, Math.min(rows.size(), from + batch)));
            part.sort(Comparator.comparingInt(Row::device).thenComparingLong(Row::at));
            var bytes = ByteBuffer.allocate(HEAD_BYTES + part.size() * ROW_BYTES + TAIL_BYTES)
                    .put(SIGNATURE)
                    .putInt(0)
                    .putInt(0);
            for (var row : part) {
                bytes.putShort((short) 7)
                        .putInt(4)
                        .putInt(row.device())
                        .putInt(4)
                        .putInt(row.lon())
                        .putInt(8)
                        .putLong(row.at() - back)
                        .putInt(8)
                        .putLong(received)
                        .putInt(4)
                        .putInt(row.lat())
                        .putInt(2)
                        .putShort(row.speed())
                        .putInt(2)
                        .putShort(row.marks());
            }
            batches.add(bytes.putShort((short) -1).array());
        }
        return batches;
    }

    /** In the order they came. */
    private static List<Row> rows(Connection database, Instant since) throws Exception {
        var found = new ArrayList<Row>();
        try (var statement = database.prepareStatement("""
                select device_id, lon, at, lat, coalesce(speed, 0), marks from wearables.fix
                 where received_at >= ? order by received_at limit ?""")) {
            statement.setTimestamp(1, Timestamp.from(since));
            statement.setInt(2, MOST);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Row(
                            rows.getInt(1),
                            rows.getInt(2),
                            micros(rows.getTimestamp(3).toInstant()),
                            rows.getInt(4),
                            rows.getShort(5),
                            rows.getShort(6)));
                }
            }
        }
        return found;
    }

    private static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1000 - POSTGRES_EPOCH;
    }
}
