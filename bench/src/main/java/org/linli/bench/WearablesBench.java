package org.linli.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.linli.postgres.EmbeddedPostgres;
import org.springframework.util.FileSystemUtils;

/**
 * Care watches from the socket to the disk and to the desk: readings a second that are stored, beside the same rows by a
 * raw COPY; how long a call for help takes to an operator's page, idle and under load; what a reading costs with more
 * watches and with more history; what an idle connection holds. The server runs in a process of its own with its
 * database on disk; the watches share the machine with it.
 */
final class WearablesBench {

    private static final int PORT = 8395;
    private static final int WATCH_PORT = 8394;
    private static final String PASSWORD = "Linli-demo-2026";

    /** Whose desk listens, and where those live who press. */
    private static final String OPERATOR = "committee";

    private static final String OPERATORS_COMMUNITY = "150203001015";

    /** Whose desk hears all of the district meanwhile. */
    private static final String SUPERVISOR = "supervisor";

    private static final double LOADED = 0.8;

    /** Calls before the first that is timed: the way of a call is compiled by then. */
    private static final int WARM_PRESSES = 20;

    private static final int[] DAYS = {1, 30, 90};

    private final WearablesWanted wanted;
    private final Path folder;
    private final Crowd crowd;
    private final Report report = new Report("wearables");

    private WearablesBench(WearablesWanted wanted, Path folder) {
        this.wanted = wanted;
        this.folder = folder;
        this.crowd = new Crowd(wanted.devices() + pressing());
    }

    static Report run(Settings settings) throws Exception {
        var bench =
                new WearablesBench(WearablesWanted.of(settings), Files.createTempDirectory("linli-bench-wearables"));
        bench.prepare();
        bench.measure();
        if (bench.wanted.measures("idle")) {
            bench.idle();
        }
        // Gigabytes of history; after a failure they stay, for whoever looks for its cause.
        FileSystemUtils.deleteRecursively(bench.folder);
        return bench.report;
    }

    private int pressing() {
        return WARM_PRESSES + 2 * wanted.presses();
    }

    private void prepare() throws Exception {
        try (var server = LinliProcess.start(folder, PORT, "small", true)) {
            server.awaitWelcome(folder);
            try (var database = connect()) {
                new WatchesRegistered(database, OPERATORS_COMMUNITY)
                        .register(wanted.devices(), pressing(), wanted.zones());
                if (wanted.profile()) {
                    ServerProfile.prepare(database);
                }
            }
        }
    }

    /** The gateway learns of its watches when it starts, so they speak to a second one. */
    private LinliProcess listening(String... options) throws Exception {
        var all = new ArrayList<>(List.of(options));
        all.add("--linli.wearables.watch-port=" + WATCH_PORT);
        // Where few watches speak for many, each says more than any watch may.
        all.add("--linli.wearables.pace=1000000");
        var server = LinliProcess.start(folder, PORT, "small", true, all);
        server.awaitWelcome(folder);
        return server;
    }

    private void measure() throws Exception {
        try (var server = listening();
                var database = connect()) {
            var stored = new StoredReadings(database);
            stored.fillTo(wanted.days(), wanted.readingsADay(), wanted.devices());
            if (wanted.measures("readings") || wanted.measures("sos")) {
                try (var load = load(wanted.devices())) {
                    load.drive(0, wanted.warmUp());
                    load.settle();
                    var perSecond = readings(load, server, database);
                    if (wanted.measures("sos")) {
                        callsForHelp(load, LOADED * perSecond);
                    }
                }
            }
            if (wanted.measures("devices")) {
                for (var devices : wanted.deviceCurve()) {
                    stored.forgetToday();
                    cost("%,d watches".formatted(devices), devices, server);
                }
            }
            if (wanted.measures("days")) {
                for (var days : DAYS) {
                    stored.fillTo(days, wanted.readingsADay(), wanted.devices());
                    stored.forgetToday();
                    cost(
                            "%d days of history, %,d readings a day".formatted(days, wanted.readingsADay()),
                            wanted.devices(),
                            server);
                }
            }
        }
    }

    private double readings(Load load, LinliProcess server, Connection database) throws Exception {
        var stored = new StoredReadings(database);
        var profile = wanted.profile() ? ServerProfile.begin(server.pid(), database, folder) : null;
        var begin = Instant.now();
        var before = server.processorTime();
        var driven = load.drive(0, wanted.time());
        var used = server.processorTime().minus(before);
        if (profile != null) {
            profile.end().forEach((what, value) -> figure("profile", what, value));
        }
        load.settle();
        var counted = stored.since(begin);
        var batch = counted.rows() / (double) Math.max(1, counted.transactions());
        var how = "%,d watches, %,d sockets, all answered".formatted(wanted.devices(), wanted.sockets());
        figure("readings_per_s", how, driven.perSecond());
        figure("readings_answered", "in %.1f s".formatted(driven.time().toMillis() / 1e3), driven.readings());
        figure("readings_stored", "rows of the history", counted.rows());
        figure("readings_lost", "answered and not stored", driven.readings() - counted.different());
        figure("readings_twice", "stored more than once", counted.rows() - counted.different());
        figure("readings_a_batch", "rows a transaction", batch);
        figure("cpu_ms_per_1000_readings", "at full speed, server and database", millisPerThousand(used, driven));
        if (counted.rows() > 0) {
            copies(database, begin, batch, driven);
        }
        return driven.perSecond();
    }

    private void copies(Connection database, Instant begin, double batch, Load.Driven driven) throws Exception {
        var raw = new RawCopy(
                EmbeddedPostgres.running(folder).orElseThrow(), database, begin, (int) Math.max(1, Math.round(batch)));
        for (var connections : new int[] {1, 2}) {
            // Each time further back than the rows reach, so that none is the same as another.
            var perSecond = raw.perSecond(connections, Duration.ofHours(connections));
            var how = connections == 1 ? "one connection" : connections + " connections";
            figure("raw_copy_per_s", how, perSecond);
            figure("copy_ratio", how, driven.perSecond() / perSecond);
        }
    }

    private void callsForHelp(Load load, double perSecond) throws Exception {
        try (var desk = DeskPage.open(PORT, OPERATOR, PASSWORD);
                var supervisor = DeskPage.open(PORT, SUPERVISOR, PASSWORD)) {
            var presses = new Presses(WATCH_PORT, crowd, wanted.devices(), desk);
            presses.press(WARM_PRESSES);
            called("idle", presses.press(wanted.presses()));
            load.begin(perSecond);
            Thread.sleep(wanted.shortTime());
            var begun = System.nanoTime();
            var loaded = presses.press(wanted.presses());
            var driven = load.end();
            called("under load", loaded);
            figure(
                    "sos_load_per_s",
                    "readings a second meanwhile, %,.0f asked for".formatted(perSecond),
                    driven.perSecond());
            figure("sos_load_s", "how long that took", (System.nanoTime() - begun) / 1e9);
        }
    }

    private void called(String how, Latencies latencies) {
        figure("sos_p50_ms", how + ", " + latencies.count() + " calls", latencies.millisAt(0.5));
        figure("sos_p99_ms", how + ", " + latencies.count() + " calls", latencies.millisAt(0.99));
    }

    private void cost(String how, int devices, LinliProcess server) throws Exception {
        try (var load = load(devices)) {
            load.drive(0, wanted.shortTime().dividedBy(2));
            var before = server.processorTime();
            var beforeOwn = server.ownProcessorTime();
            var driven = load.drive(0, wanted.shortTime());
            var used = server.processorTime().minus(before);
            var own = server.ownProcessorTime().minus(beforeOwn);
            load.settle();
            figure("curve_readings_per_s", how, driven.perSecond());
            figure("curve_cpu_ms_per_1000", how + ": server and database", millisPerThousand(used, driven));
            figure("curve_cpu_ms_per_1000", how + ": server alone", millisPerThousand(own, driven));
        }
    }

    private static double millisPerThousand(Duration used, Load.Driven driven) {
        return used.toNanos() / 1e6 / driven.readings() * 1000;
    }

    /**
     * In a fresh server that counts its memory. As many connections come and go before, so that buffers and classes are
     * there; what the server holds without any is taken before and after, because it does other things meanwhile.
     */
    private void idle() throws Exception {
        try (var server = listening(ServerMemory.TRACKED)) {
            var files = ServerMemory.openFiles(server.pid());
            connections().close();
            ServerMemory.awaitClosed(server.pid(), files);
            var before = ServerMemory.of(server.pid());
            ServerMemory with;
            try (var load = connections()) {
                with = ServerMemory.of(server.pid());
                load.settle();
            }
            ServerMemory.awaitClosed(server.pid(), files);
            var after = ServerMemory.of(server.pid());
            var how = "%,d idle connections, each answered once".formatted(wanted.connections());
            figure("bytes_per_connection", how, each(before.held(), with.held(), after.held()));
            figure("heap_bytes_per_connection", "reachable", each(before.heap(), with.heap(), after.heap()));
            figure(
                    "direct_bytes_per_connection",
                    "outside the heap",
                    each(before.direct(), with.direct(), after.direct()));
            figure(
                    "resident_bytes_per_connection",
                    "with garbage",
                    each(before.resident(), with.resident(), after.resident()));
        }
    }

    private double each(long before, long with, long after) {
        return (with - (before + after) / 2.0) / wanted.connections();
    }

    private Load load(int devices) throws Exception {
        return Load.open(WATCH_PORT, crowd, devices, Math.min(devices, wanted.sockets()), wanted.window());
    }

    private Load connections() throws Exception {
        return Load.open(WATCH_PORT, crowd, wanted.connections(), wanted.connections(), 1);
    }

    private Connection connect() throws Exception {
        var address = EmbeddedPostgres.running(folder).orElseThrow();
        return DriverManager.getConnection(address.jdbcUrl(), EmbeddedPostgres.USER, address.password());
    }

    @SuppressWarnings("SystemOut")
    private void figure(String figure, String kind, double value) {
        System.err.printf("%s, %s: %,.2f%n", figure, kind, value);
        report.row("figure", figure, "kind", kind, "value", value);
    }
}
