package org.linli.bench;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Opens people's pages over HTTP, eight users at once, each with a session of its own. */
final class PageMeasure {

    private static final int USERS = 8;
    private static final int WARM_SECONDS = 3;
    private static final String PAGE = "person page";

    private PageMeasure() {}

    static void into(Report report, Connection database, long people, int port, int seconds) throws Exception {
        var paths = paths(database);
        var users = new ArrayList<Window>();
        for (var user = 0; user < USERS; user++) {
            var window = new Window(port, "", "");
            window.signIn("supervisor", "Linli-demo-2026");
            users.add(window);
        }
        open(users, paths, WARM_SECONDS);
        users.forEach(user -> user.latencies().clear());
        open(users, paths, seconds);
        var all = new Latencies();
        users.forEach(user -> user.latencies().values().forEach(all::addAll));
        RegistryBench.figure(report, people, "page_p50_ms", "person page over HTTP", all.millisAt(0.5));
        RegistryBench.figure(report, people, "page_p99_ms", "person page over HTTP", all.millisAt(0.99));
        RegistryBench.figure(report, people, "pages_per_s", "person page over HTTP", all.count() / (double) seconds);
    }

    private static void open(List<Window> users, List<String> paths, int seconds) throws Exception {
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        try (var threads = Executors.newFixedThreadPool(USERS)) {
            var work = new ArrayList<Callable<Integer>>();
            for (var user = 0; user < USERS; user++) {
                var first = user;
                work.add(() -> {
                    var opened = first;
                    for (; System.nanoTime() < end; opened += USERS) {
                        users.get(first).look(PAGE, paths.get(opened % paths.size()));
                    }
                    return opened;
                });
            }
            for (var one : threads.invokeAll(work)) {
                one.get();
            }
        }
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
