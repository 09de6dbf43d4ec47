package org.linli.bench;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** Opens people's pages over HTTP, eight users at once, each with a session of its own. */
final class PageMeasure {

    private static final int USERS = 8;
    private static final int WARM_SECONDS = 3;
    private static final String PAGE = "person page";
    private static final long SECOND = 1_000_000_000L;

    /** Twelve pages a second for each of the eight: still more than anybody reads. */
    private static final int A_SECOND = 100;

    private PageMeasure() {}

    static void into(Report report, Connection database, long people, int port, int seconds) throws Exception {
        var paths = paths(database);
        var users = new ArrayList<Window>();
        for (var user = 0; user < USERS; user++) {
            var window = new Window(port, "", "");
            window.signIn("supervisor", "Linli-demo-2026");
            users.add(window);
        }
        open(users, paths, WARM_SECONDS, 0);
        figures(report, people, "without a pause", seconds, open(users, paths, seconds, 0));
        figures(report, people, A_SECOND + " a second", seconds, open(users, paths, seconds, A_SECOND));
    }

    private static void figures(Report report, long people, String how, int seconds, Latencies pages) {
        var page = "person page over HTTP, " + how;
        RegistryBench.figure(report, people, "page_p50_ms", page, pages.millisAt(0.5));
        RegistryBench.figure(report, people, "page_p99_ms", page, pages.millisAt(0.99));
        RegistryBench.figure(report, people, "pages_per_s", page, pages.count() / (double) seconds);
    }

    /** @param aSecond how many pages all users together ask for; 0: each the next one as soon as the last is there */
    private static Latencies open(List<Window> users, List<String> paths, int seconds, int aSecond) throws Exception {
        users.forEach(user -> user.latencies().clear());
        var begun = System.nanoTime();
        var end = begun + seconds * SECOND;
        try (var threads = Executors.newFixedThreadPool(USERS)) {
            var work = new ArrayList<Callable<Integer>>();
            for (var user = 0; user < USERS; user++) {
                var first = user;
                work.add(() -> {
                    var opened = first;
                    for (; System.nanoTime() < end; opened += USERS) {
                        if (aSecond > 0) {
                            LockSupport.parkNanos(begun + opened * SECOND / aSecond - System.nanoTime());
                        }
                        users.get(first).look(PAGE, paths.get(opened % paths.size()));
                    }
                    return opened;
                });
            }
            for (var one : threads.invokeAll(work)) {
                one.get();
            }
        }
        var all = new Latencies();
        users.forEach(user -> user.latencies().values().forEach(all::addAll));
        return all;
    }

    private static List<String> paths(Connection database) throws Exception {
        var paths = new ArrayList<String>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(
                        "select id from registry.person tablesample bernoulli (2) where voided_at is null limit 4000")) {
            while (rows.next()) {
                paths.add("/api/registry/people/" + rows.getString(1));
            }
        }
        return paths;
    }
}
