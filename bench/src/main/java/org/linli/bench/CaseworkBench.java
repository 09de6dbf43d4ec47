package org.linli.bench;

import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.linli.LinliApplication;
import org.linli.access.AccountId;
import org.linli.access.Acting;
import org.linli.access.PostingId;
import org.linli.area.UnitCode;
import org.linli.casework.ActOnCase;
import org.linli.casework.CaseReceipt;
import org.linli.casework.CaseSubject;
import org.linli.casework.Cases;
import org.linli.casework.OpenCase;
import org.linli.postgres.EmbeddedPostgres;
import org.linli.shared.DivisionCode;
import org.linli.shared.Ids;
import org.linli.shared.Names;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A case of four steps (open, accept, decide, deliver) with rights, clock and timeline through the public face, and the
 * very same statements sent bare over JDBC, in turns on the same server. The database runs as it does in production,
 * with fsync on.
 */
final class CaseworkBench {

    private static final Acting CLERK = new Acting(
            new PostingId(UUID.randomUUID()),
            new AccountId(UUID.randomUUID()),
            "测试",
            "clerk",
            UnitCode.of("ST-150203001"),
            DivisionCode.of("150203001"),
            Optional.empty(),
            Set.of("casework.case.act", "casework.case.read"));

    private CaseworkBench() {}

    /** Puts the listener in front of the pool. */
    @Configuration(proxyBeanMethods = false)
    static class Listening {
        @Bean
        static BeanPostProcessor recording() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource source ? new Recording(source) : bean;
                }
            };
        }
    }

    static Report run(Settings settings) throws Exception {
        var seconds = settings.number("seconds", 10);
        var rounds = settings.number("rounds", 3);
        var folder = Files.createTempDirectory("linli-bench-casework");
        try (var postgres = EmbeddedPostgres.start(folder, Map.of())) {
            var application = new SpringApplication(LinliApplication.class, Listening.class);
            application.setWebApplicationType(WebApplicationType.NONE);
            application.setDefaultProperties(Map.of(
                    "spring.datasource.url", postgres.jdbcUrl(),
                    "spring.datasource.username", EmbeddedPostgres.USER,
                    "spring.datasource.password", postgres.password(),
                    "linli.data", folder.toString(),
                    "db-scheduler.enabled", "false"));
            try (var context = application.run()) {
                var cases = context.getBean(Cases.class);
                var recording = context.getBean(Recording.class);
                for (var warm = 0; warm < 2000; warm++) {
                    work(cases);
                }
                var replay = recorded(recording, cases);
                return measure(cases, recording, replay, seconds, rounds);
            }
        }
    }

    /** Two turns that sent the same; now and then one sends more, when a block of case numbers is used up. */
    private static Replay recorded(Recording recording, Cases cases) {
        var last = recordedOnce(recording, cases);
        for (var attempt = 0; attempt < 20; attempt++) {
            var next = recordedOnce(recording, cases);
            if (next.size() == last.size()) {
                return new Replay(last, next);
            }
            last = next;
        }
        throw new IllegalStateException("no two turns sent the same statements");
    }

    private static List<Recording.Sent> recordedOnce(Recording recording, Cases cases) {
        recording.start();
        work(cases);
        return recording.stop();
    }

    private static Report measure(Cases cases, DataSource bare, Replay replay, int seconds, int rounds)
            throws Exception {
        var report = new Report("casework");
        for (var threads : new int[] {1, 8}) {
            var through = new ArrayList<Turns>();
            var direct = new ArrayList<Turns>();
            turns(threads, 2, () -> bareWorker(bare, replay));
            // In turns, so that both see the same weather on a shared machine.
            for (var round = 0; round < rounds; round++) {
                through.add(turns(threads, seconds, () -> () -> work(cases)));
                direct.add(turns(threads, seconds, () -> bareWorker(bare, replay)));
            }
            var rate = through.stream().mapToDouble(Turns::perSecond).average().orElseThrow();
            var bareRate =
                    direct.stream().mapToDouble(Turns::perSecond).average().orElseThrow();
            var all = new Latencies();
            through.forEach(turn -> all.addAll(turn.latencies()));
            report.row(
                    "threads",
                    threads,
                    "cases_per_s",
                    rate,
                    "bare_cases_per_s",
                    bareRate,
                    "ratio",
                    rate / bareRate,
                    "p99_ms",
                    all.millisAt(0.99),
                    "statements_per_case",
                    replay.statements());
        }
        return report;
    }

    /** What some threads got done in some time. */
    private record Turns(Latencies latencies, double perSecond) {}

    private interface Work {
        void once() throws Exception;
    }

    private static Turns turns(int threads, int seconds, Callable<Work> workers) throws Exception {
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        var begun = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var running = new ArrayList<java.util.concurrent.Future<Latencies>>();
            for (var thread = 0; thread < threads; thread++) {
                running.add(pool.submit(() -> until(end, workers.call())));
            }
            var all = new Latencies();
            for (var worker : running) {
                all.addAll(worker.get());
            }
            return new Turns(all, all.count() / ((System.nanoTime() - begun) / 1e9));
        }
    }

    private static Latencies until(long end, Work work) throws Exception {
        var latencies = new Latencies();
        while (System.nanoTime() < end) {
            var begun = System.nanoTime();
            work.once();
            latencies.add(System.nanoTime() - begun);
        }
        return latencies;
    }

    private static Work bareWorker(DataSource source, Replay replay) {
        return () -> {
            try (var connection = source.getConnection()) {
                replay.run(connection);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private static void work(Cases cases) {
        var receipt = cases.open(
                CLERK,
                new OpenCase(
                        "bench-four-steps",
                        Names.of("测试办件", "A trial case"),
                        new CaseSubject("bench", Ids.next().toString()),
                        CLERK.area(),
                        CLERK.unit(),
                        Optional.of(CLERK.posting()),
                        Map.of("kind", "bench"),
                        Optional.empty(),
                        Optional.empty(),
                        Ids.next().toString()));
        receipt = act(cases, receipt, "ACCEPT", "", Map.of());
        receipt = act(cases, receipt, "DECIDE", "", Map.of("decision", "grant"));
        act(cases, receipt, "DELIVER", "已送达", Map.of());
    }

    private static CaseReceipt act(Cases cases, CaseReceipt on, String action, String note, Map<String, Object> input) {
        return cases.act(
                CLERK,
                new ActOnCase(
                        on.id(), on.revision(), action, note, input, Ids.next().toString()));
    }
}
