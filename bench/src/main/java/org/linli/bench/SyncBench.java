package org.linli.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.linli.LinliApplication;
import org.linli.access.AccountId;
import org.linli.access.Acting;
import org.linli.access.PersonalSeal;
import org.linli.postgres.EmbeddedPostgres;
import org.linli.registry.Because;
import org.linli.registry.ChangeSource;
import org.linli.registry.bulk.BulkLoad;
import org.linli.registry.change.Changes;
import org.linli.registry.synthetic.SyntheticDistrict;
import org.linli.sync.Assignments;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The offline protocol over HTTP: the people, households and dwellings of a worker's grids, about 1,950 records, are read by one phone and
 * by a hundred at once; phones send changes to many grids and to one, of plain records and of people; and commits with the
 * change log are set beside commits without it. Database with fsync on; clients share the machine with the server.
 */
final class SyncBench {

    private static final int PORT = 8348;
    private static final int SENDERS = 24;
    private static final int BATCH = 50;

    /** More grids than one worker holds. */
    private static final int COMMUNITIES = 2;

    private static final long SEED = 150_203;
    private static final String CELL = "1502039990010%02d";

    private final ConfigurableApplicationContext house;
    private final Report report = new Report("sync");
    private final Map<String, List<UUID>> records = new LinkedHashMap<>();
    private final Map<String, List<UUID>> people = new LinkedHashMap<>();
    private final int seconds;
    /** The grids of one worker. */
    private List<String> grids = List.of();

    private SyncBench(ConfigurableApplicationContext house, int seconds) {
        this.house = house;
        this.seconds = seconds;
    }

    static Report run(Settings settings) throws Exception {
        var folder = Files.createTempDirectory("linli-bench-sync");
        try (var postgres = EmbeddedPostgres.start(folder, Map.of());
                var house = house(postgres, folder)) {
            var bench = new SyncBench(house, settings.number("seconds", 10));
            bench.fill();
            bench.settle();
            bench.initial(settings.number("rounds", 9));
            bench.crowd(settings.number("devices", 100));
            bench.mutations();
            bench.capture();
            return bench.report;
        }
    }

    /** Cells of plain records, and communities of people who do not exist. */
    private void fill() {
        var filler = house.getBean(BenchRecords.class);
        for (var sender = 1; sender <= SENDERS; sender++) {
            var ids = Stream.generate(UUID::randomUUID).limit(200).toList();
            records.put("grid:" + cell(sender), ids);
            filler.fill(cell(sender), ids);
        }
        var change = house.getBean(Changes.class).begin(Acting.system("bench"), Because.of(ChangeSource.DEMO, "bench"));
        var bulk = house.getBean(BulkLoad.class);
        for (var ordinal = 0; ordinal < COMMUNITIES; ordinal++) {
            var batch = bulk.batch(change);
            house.getBean(SyntheticDistrict.class).community(SEED, 1, ordinal).forEach(batch::add);
            bulk.write(batch);
        }
    }

    /** Grids of about 1,950 records together are read, as a worker holds three or four, and the people of the first two dozen grids are changed. */
    private void settle() {
        var jdbc = house.getBean(JdbcClient.class);
        jdbc.sql("analyze").update();
        grids = jdbc.sql("""
                select scope from (
                  select scope, sum(count(*)) over (order by count(*) desc, scope) as records
                    from sync.change where op = 'P' and etype <> 'bench-record' and scope like 'grid:%' group by scope) r
                 where records < 1950 + (select max(n) from (select count(*) as n from sync.change
                                                              where op = 'P' and etype <> 'bench-record'
                                                              group by scope) c) / 2
                 order by records
                """).query(String.class).list();
        jdbc.sql("""
                select scope, eid from sync.change
                 where op = 'P' and etype = 'person' and scope in (
                   select scope from sync.change where etype = 'person' group by scope order by scope limit :grids)
                """).param("grids", SENDERS).query(row -> {
            people.computeIfAbsent(row.getString("scope"), scope -> new ArrayList<>())
                    .add(row.getObject("eid", UUID.class));
        });
    }

    private void initial(int rounds) throws Exception {
        var phone = phone(grids);
        for (var round = 0; round < 5; round++) {
            phone.readAll();
        }
        var times = new Latencies();
        for (var round = 0; round < rounds; round++) {
            times.add(phone.readAll());
        }
        figure(
                "initial_ms",
                "%d grids of a worker, %,d records".formatted(grids.size(), phone.records()),
                times.millisAt(0.5));
        figure(
                "initial_compressed_bytes",
                "%d grids of a worker, %,d records".formatted(grids.size(), phone.records()),
                phone.bytes());
        var idle = new Latencies();
        for (var round = 0; round < 20; round++) {
            phone.forgetBytes();
            var begun = System.nanoTime();
            phone.readOn();
            idle.add(System.nanoTime() - begun);
        }
        figure("no_change_bytes", "compressed", phone.bytes());
        figure("no_change_ms", "", idle.millisAt(0.5));
    }

    private void crowd(int devices) throws Exception {
        var phones = new ArrayList<BenchPhone>();
        for (var n = 0; n < devices; n++) {
            phones.add(phone(grids));
        }
        var times = new Latencies();
        for (var time : together(
                devices,
                phones.stream().<Callable<Long>>map(phone -> phone::readAll).toList())) {
            times.add(time);
        }
        figure("crowd_p95_ms", devices + " phones at once, as much each", times.millisAt(0.95));
        figure("crowd_p50_ms", devices + " phones at once, as much each", times.millisAt(0.5));
    }

    private void mutations() throws Exception {
        var cells = List.copyOf(records.keySet());
        drive(BenchRecords.TYPE, cells, 3);
        figure("mutations_per_s", "plain records, a grid a phone", drive(BenchRecords.TYPE, cells, seconds));
        figure("one_grid_mutations_per_s", "plain records, one grid", drive(BenchRecords.TYPE, one(cells), seconds));
        var homes = List.copyOf(people.keySet());
        drive("person", homes, 3);
        figure("person_mutations_per_s", "people, a grid a phone", drive("person", homes, seconds));
        figure("one_grid_person_mutations_per_s", "people, one grid", drive("person", one(homes), seconds));
    }

    private static List<String> one(List<String> scopes) {
        return scopes.subList(0, 1);
    }

    private void capture() throws Exception {
        var measure = new CaptureMeasure(house.getBean(DataSource.class));
        for (var traced : new boolean[] {true, false}) {
            var what = traced ? "a row with its history and audit note, " : "a bare row, ";
            var rates = measure.measure(Math.max(1, seconds / 2), traced);
            figure("commits_per_s", what + "with the change log", rates.logged());
            figure("commits_per_s", what + "without it", rates.plain());
            figure("capture_ratio", what + "with beside without", rates.logged() / rates.plain());
        }
    }

    /** Every phone sends batch after batch; changes applied a second. */
    private double drive(String type, List<String> scopes, int duration) throws Exception {
        var work = new ArrayList<Callable<Integer>>();
        for (var sender = 0; sender < SENDERS; sender++) {
            var scope = scopes.get(sender % scopes.size());
            var ids = (type.equals(BenchRecords.TYPE) ? records : people).getOrDefault(scope, List.of());
            var own = ids.subList(ids.size() * sender / SENDERS, ids.size());
            var phone = phone(List.of(scope));
            work.add(() -> {
                var end = System.nanoTime() + duration * 1_000_000_000L;
                var done = 0;
                while (System.nanoTime() < end) {
                    done += phone.send(type, scope, own, BATCH);
                }
                return done;
            });
        }
        var begun = System.nanoTime();
        var applied =
                together(SENDERS, work).stream().mapToInt(Integer::intValue).sum();
        return applied / ((System.nanoTime() - begun) / 1e9);
    }

    /** A phone of somebody of its own who is signed in and holds grids. */
    private BenchPhone phone(List<String> scopes) throws Exception {
        var account = UUID.randomUUID();
        var token = UUID.randomUUID() + "." + UUID.randomUUID();
        var now = house.getBean(Clock.class).instant();
        store(account, token, Timestamp.from(now));
        for (var scope : scopes) {
            house.getBean(Assignments.class)
                    .assign(
                            new AccountId(account),
                            scope,
                            Assignments.Mode.READ_WRITE,
                            now.minus(Duration.ofMinutes(1)),
                            Acting.system("bench"));
        }
        var phone = new BenchPhone(PORT, token);
        phone.register();
        return phone;
    }

    private void store(UUID account, String token, Timestamp now) throws Exception {
        var jdbc = house.getBean(JdbcClient.class);
        jdbc.sql("""
                insert into access.account
                  (id, login, name_sealed, password_hash, password_set_at, must_change, totp_exempt, created_at)
                values (:id, :login, :name, 'none', :now, false, true, :now)
                """)
                .param("id", account)
                .param("login", "bench-" + account)
                .param("name", house.getBean(PersonalSeal.class).seal("access.account.name", "王娟"))
                .param("now", now)
                .update();
        jdbc.sql("""
                insert into access.posting (id, account_id, role, unit, area, from_day, granted_at)
                values (:id, :account, 'grid-worker', 'DG-150203', '150203', date '2020-01-01', :now)
                """)
                .param("id", UUID.randomUUID())
                .param("account", account)
                .param("now", now)
                .update();
        jdbc.sql("""
                insert into access.session (id, token_hash, account_id, started_at, last_seen_at, address, agent)
                values (:id, :hash, :account, :now, :now, '127.0.0.1', 'bench')
                """)
                .param("id", UUID.randomUUID())
                .param("hash", MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)))
                .param("account", account)
                .param("now", now)
                .update();
    }

    private static <T> List<T> together(int threads, List<Callable<T>> work) throws Exception {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var results = new ArrayList<T>();
            for (var one : pool.invokeAll(work)) {
                results.add(one.get());
            }
            return results;
        }
    }

    @SuppressWarnings("SystemOut")
    private void figure(String figure, String kind, double value) {
        System.err.printf("%s, %s: %,.2f%n", figure, kind, value);
        report.row("figure", figure, "kind", kind, "value", value);
    }

    private static String cell(int number) {
        return CELL.formatted(number);
    }

    private static ConfigurableApplicationContext house(EmbeddedPostgres postgres, Path folder) {
        var application = new SpringApplication(LinliApplication.class, BenchRecords.class);
        application.setDefaultProperties(Map.of(
                "spring.datasource.url",
                postgres.jdbcUrl(),
                "spring.datasource.username",
                EmbeddedPostgres.USER,
                "spring.datasource.password",
                postgres.password(),
                "linli.data",
                folder.toString(),
                "server.port",
                PORT,
                "db-scheduler.enabled",
                "false"));
        return application.run();
    }
}
