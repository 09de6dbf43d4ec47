package org.linli.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.linli.postgres.EmbeddedPostgres;

/**
 * Errands over HTTP at a steady rate, with a million finished ones stored: clerks at their windows, each with its own
 * session, check in, take the next, read a card, accept and finish. The server runs in a process of its own with its
 * database on disk; the clients share the machine with it.
 */
final class CounterBench {

    private static final int PORT = 8398;
    private static final int FIRST_WINDOW = 100;
    private static final String PASSWORD = "Linli-demo-2026";

    /** A station and one of its communities, where the bench's residents live. */
    private record Post(String station, String community) {}

    /** Errands done in some seconds, and the processor time of server and database that went into them. */
    private record Driven(long errands, int seconds, Duration processorTime) {

        double errandsPerSecond() {
            return errands / (double) seconds;
        }

        double processorMillisPerErrand() {
            return processorTime.toNanos() / 1e6 / errands;
        }
    }

    private CounterBench() {}

    static Report run(Settings settings) throws Exception {
        var windows = settings.number("windows", 24);
        var rate = settings.number("rate", 50);
        var seconds = settings.number("seconds", 60);
        var wanted = settings.number("stored", 1_000_000);
        var folder = Files.createTempDirectory("linli-bench-counter");
        try (var server = LinliProcess.start(folder, PORT, "small", true)) {
            server.awaitWelcome(folder);
            try (var database = connect(folder)) {
                prepareWindows(database, windows);
            }
        }
        // Stations and their windows are read once at the start, so the clerks go to work in a second one.
        try (var server = LinliProcess.start(folder, PORT, "small", true)) {
            try (var database = connect(folder)) {
                var posts = posts(database);
                var clerks = new ArrayList<Window>();
                for (var number = 1; number <= windows; number++) {
                    var post = posts.get(number % posts.size());
                    var clerk = new Window(server.port(), post.station(), post.community());
                    clerk.signIn("bench" + number, PASSWORD, FIRST_WINDOW + number);
                    clerks.add(clerk);
                }
                drive(clerks, Integer.MAX_VALUE, 5);
                var stored = StoredCases.multiply(database, wanted);
                drive(clerks, rate, settings.number("warm-up", 60));
                clerks.forEach(clerk -> clerk.latencies().clear());
                var before = server.processorTime();
                var errands = drive(clerks, rate, seconds);
                var used = server.processorTime().minus(before);
                var readers = read(server.port(), database, settings.number("looks", 200));
                return report(clerks, readers, new Driven(errands, seconds, used), stored, rate);
            }
        }
    }

    /** Work lists, the board of supervision and case pages, one look after the other. */
    private static List<Window> read(int port, Connection database, int looks) throws Exception {
        var clerk = new Window(port, "", "");
        clerk.signIn("bench1", PASSWORD);
        var supervisor = new Window(port, "", "");
        supervisor.signIn("supervisor", PASSWORD);
        var cases = cases(database, looks);
        for (var look = 0; look < looks; look++) {
            clerk.look("list: mine", "/api/casework/work?scope=MINE");
            clerk.look("list: pool", "/api/casework/work?scope=POOL");
            clerk.look("list: unit", "/api/casework/work?scope=UNIT");
            clerk.look("list: summary", "/api/casework/work/summary");
            clerk.look("errands to deliver", "/api/counter/promises");
            supervisor.look("list: district", "/api/casework/work?scope=AREA");
            supervisor.look("list: overdue", "/api/casework/work?scope=AREA&which=OVERDUE");
            supervisor.look("supervision board", "/api/casework/supervision/units");
            supervisor.look("case page", "/api/casework/cases/" + cases.get(look));
        }
        return List.of(clerk, supervisor);
    }

    private static List<String> cases(Connection database, int wanted) throws Exception {
        var cases = new ArrayList<String>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(
                        "select id from casework.case_file order by md5(id::text) limit " + wanted)) {
            while (rows.next()) {
                cases.add(rows.getString(1));
            }
        }
        return cases;
    }

    private static Report report(List<Window> clerks, List<Window> readers, Driven driven, long stored, int rate) {
        var byAction = new TreeMap<String, Latencies>();
        var all = new Latencies();
        for (var clerk : clerks) {
            clerk.latencies().forEach((action, latencies) -> {
                byAction.computeIfAbsent(action, name -> new Latencies()).addAll(latencies);
                all.addAll(latencies);
            });
        }
        byAction.put("all", all);
        readers.forEach(reader -> byAction.putAll(reader.latencies()));
        var report = new Report("counter");
        byAction.forEach((action, latencies) -> report.row(
                "action",
                action,
                "actions_per_s",
                latencies.count() / (double) driven.seconds(),
                "p50_ms",
                latencies.millisAt(0.5),
                "p99_ms",
                latencies.millisAt(0.99),
                "errands_per_s",
                driven.errandsPerSecond(),
                "cpu_ms_per_errand",
                driven.processorMillisPerErrand(),
                "wanted_errands_per_s",
                rate,
                "stored_cases",
                stored));
        return report;
    }

    /** Lets every clerk work for some seconds, at a rate over all of them; late starts are not skipped. */
    private static long drive(List<Window> clerks, int rate, int seconds) throws Exception {
        var begun = System.nanoTime();
        var end = begun + seconds * 1_000_000_000L;
        var ticket = new AtomicLong();
        var interval = 1_000_000_000L / rate;
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Long>>();
            for (var clerk : clerks) {
                running.add(pool.submit(() -> work(clerk, begun, end, interval, ticket)));
            }
            var errands = 0L;
            for (var one : running) {
                errands += one.get();
            }
            return errands;
        }
    }

    private static long work(Window clerk, long begun, long end, long interval, AtomicLong ticket) throws Exception {
        var done = 0L;
        while (true) {
            var due = begun + ticket.getAndIncrement() * interval;
            if (due >= end || System.nanoTime() >= end) {
                return done;
            }
            var wait = due - System.nanoTime();
            if (wait > 0) {
                Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
            }
            clerk.errand();
            done++;
        }
    }

    private static Connection connect(Path folder) throws Exception {
        var address = EmbeddedPostgres.running(folder).orElseThrow();
        return DriverManager.getConnection(address.jdbcUrl(), EmbeddedPostgres.USER, address.password());
    }

    private static List<Post> posts(Connection database) throws Exception {
        var posts = new ArrayList<Post>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("""
                        select w.station, min(d.code) as community from area.station_window w
                          join area.division d on length(d.code) = 12 and d.code like substr(w.station, 4) || '%'
                         group by w.station order by w.station
                        """)) {
            while (rows.next()) {
                posts.add(new Post(rows.getString("station"), rows.getString("community")));
            }
        }
        return posts;
    }

    /** More windows and clerks than the demo has, spread over the stations; each clerk is a copy of the demo's. */
    private static void prepareWindows(Connection database, int windows) throws Exception {
        var posts = posts(database);
        try (var statement = database.createStatement()) {
            for (var number = 1; number <= windows; number++) {
                var station = posts.get(number % posts.size()).station();
                var columns = columnsOf(database, "access.account", "id", "login");
                statement.execute("""
                        insert into access.account (id, login, %1$s)
                        select md5('bench%2$d')::uuid, 'bench%2$d', %1$s from access.account where login = 'clerk'
                        """.formatted(columns, number));
                var posting = columnsOf(database, "access.posting", "id", "account_id", "unit", "area");
                statement.execute("""
                        insert into access.posting (id, account_id, unit, area, %1$s)
                        select md5('posting%2$d')::uuid, md5('bench%2$d')::uuid, '%3$s', substr('%3$s', 4), %1$s
                          from access.posting
                         where account_id = (select id from access.account where login = 'clerk') limit 1
                        """.formatted(posting, number, station));
                var window = columnsOf(database, "area.station_window", "number");
                statement.execute("""
                        insert into area.station_window (number, %1$s)
                        select %2$d, %1$s from area.station_window where station = '%3$s' and number = 1
                        """.formatted(window, FIRST_WINDOW + number, station));
            }
        }
    }

    private static String columnsOf(Connection database, String table, String... except) throws Exception {
        try (var statement = database.prepareStatement("""
                select string_agg(column_name, ', ') from information_schema.columns
                 where table_schema || '.' || table_name = ? and column_name <> all (?)
                """)) {
            statement.setString(1, table);
            statement.setArray(2, database.createArrayOf("text", except));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
