package org.linli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** What the server and its database spend their time on while something runs: a flight recording, and the statements. */
final class ServerProfile {

    private static final String NAME = "bench";
    private static final int TOP = 25;
    private static final int STATEMENT_LENGTH = 110;

    private final long pid;
    private final Connection database;
    private final Path file;
    private final long begun = System.nanoTime();

    private ServerProfile(long pid, Connection database, Path file) {
        this.pid = pid;
        this.database = database;
        this.file = file;
    }

    /** The database must be started anew for it. */
    static void prepare(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("alter system set shared_preload_libraries = 'pg_stat_statements'");
            statement.execute("alter system set track_io_timing = on");
            statement.execute("alter system set track_wal_io_timing = on");
        }
    }

    static ServerProfile begin(long pid, Connection database, Path folder) throws Exception {
        try (var statement = database.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
            statement.execute("select pg_stat_statements_reset()");
            statement.execute("select pg_stat_reset_shared('wal'), pg_stat_reset_shared('io')");
        }
        Jcmd.ask(pid, "JFR.start", "name=" + NAME, "settings=profile");
        return new ServerProfile(pid, database, folder.resolve("bench.jfr"));
    }

    /** Ends it; shares of samples and milliseconds by what they were spent on, the largest first. */
    Map<String, Double> end() throws Exception {
        var millis = (System.nanoTime() - begun) / 1e6;
        Jcmd.ask(pid, "JFR.stop", "name=" + NAME, "filename=" + file);
        var found = new LinkedHashMap<String, Double>();
        recording(found, millis);
        statements(found);
        waits(found);
        Files.deleteIfExists(file);
        return found;
    }

    private void recording(Map<String, Double> found, double millis) throws IOException {
        var methods = new HashMap<String, Integer>();
        var threads = new HashMap<String, Integer>();
        var samples = 0;
        var pauses = 0.0;
        try (var events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                var event = events.readEvent();
                switch (event.getEventType().getName()) {
                    case "jdk.ExecutionSample" -> {
                        samples++;
                        methods.merge(method(event), 1, Integer::sum);
                        threads.merge(thread(event), 1, Integer::sum);
                    }
                    case "jdk.GarbageCollection" ->
                        pauses += event.getDuration("sumOfPauses").toNanos() / 1e6;
                    case String other -> {}
                }
            }
        }
        found.put("garbage collection, % of the time", 100 * pauses / millis);
        top(found, "thread, % of samples: ", threads, samples);
        top(found, "method, % of samples: ", methods, samples);
    }

    private static void top(Map<String, Double> found, String what, Map<String, Integer> counts, int all) {
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(TOP)
                .forEach(one -> found.put(what + one.getKey(), 100.0 * one.getValue() / all));
    }

    private static String method(RecordedEvent event) {
        var stack = event.getStackTrace();
        if (stack == null || stack.getFrames().isEmpty()) {
            return "unknown";
        }
        var method = stack.getFrames().getFirst().getMethod();
        return method.getType().getName() + "." + method.getName();
    }

    private static String thread(RecordedEvent event) {
        var thread = event.getThread("sampledThread");
        return thread == null || thread.getJavaName() == null ? "unknown" : thread.getJavaName();
    }

    private void statements(Map<String, Double> found) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("""
                        select left(regexp_replace(query, '\\s+', ' ', 'g'), %d) as query, calls, total_exec_time
                          from pg_stat_statements order by total_exec_time desc limit %d
                        """.formatted(STATEMENT_LENGTH, TOP))) {
            while (rows.next()) {
                found.put(
                        "statement, ms in %,d calls: %s".formatted(rows.getLong("calls"), rows.getString("query")),
                        rows.getDouble("total_exec_time"));
            }
        }
    }

    private void waits(Map<String, Double> found) throws SQLException {
        try (var statement = database.createStatement()) {
            try (var rows = statement.executeQuery("select wal_bytes / 1e6, wal_records, wal_fpi from pg_stat_wal")) {
                rows.next();
                found.put("write-ahead log, MB", rows.getDouble(1));
                found.put("write-ahead log, records", rows.getDouble(2));
                found.put("write-ahead log, full pages", rows.getDouble(3));
            }
            try (var rows = statement.executeQuery("""
                    select object || ' ' || context || ' of ' || backend_type as what,
                           coalesce(sum(read_time + write_time + extend_time + fsync_time), 0) as ms
                      from pg_stat_io group by 1 having sum(read_time + write_time + extend_time + fsync_time) > 1
                     order by 2 desc limit 10""")) {
                while (rows.next()) {
                    found.put("input and output, ms: " + rows.getString("what"), rows.getDouble("ms"));
                }
            }
        }
    }
}
