package org.linli.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import java.util.Set;
import org.linli.LinliApplication;
import org.linli.postgres.EmbeddedPostgres;
import org.linli.registry.synthetic.SyntheticDistrict;
import org.linli.registry.synthetic.SyntheticDistrict.Wanted;
import org.linli.shared.DemoData;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The base at the district's size, or {@code --times=10} of it: how fast it is filled, with a raw COPY of the same bytes
 * beside it, and how fast people are found and their pages shown to eight users at once. The database runs as it does in
 * production, with fsync on, and a sheet of {@code --sheet=N} people is imported as the import page
 * does it. {@code --folder=DIR} keeps the loaded district for the next run, {@code --kinds=name,pinyin} searches so only.
 */
final class RegistryBench {

    private static final int PORT = 8349;

    private RegistryBench() {}

    static Report run(Settings settings) throws Exception {
        var times = settings.number("times", 1);
        var folder = settings.text("folder").map(Path::of).orElse(null);
        if (folder == null) {
            folder = Files.createTempDirectory("linli-bench-registry");
        }
        try (var postgres = EmbeddedPostgres.start(folder, Map.of());
                var house = house(postgres, folder);
                var database = connect(postgres)) {
            var report = new Report("registry");
            fill(house, times, report);
            var people = count(database, "select count(*) from registry.person");
            if (settings.number("import", 1) > 0) {
                new BulkMeasure(house, database, times, people).into(report);
            }
            size(database, people, report);
            rest(database);
            if (settings.number("search", 1) > 0) {
                new FindMeasure(house, database, people, settings.number("seconds", 10), kinds(settings)).into(report);
            }
            if (settings.number("page", 1) > 0) {
                PageMeasure.into(report, database, people, PORT, settings.number("seconds", 10));
            }
            var rows = settings.number("sheet", 100_000);
            if (rows > 0) {
                new SheetMeasure(house.getBean(SyntheticDistrict.class), PORT, times + 1, people).into(report, rows);
            }
            return report;
        }
    }

    @SuppressWarnings("SystemOut")
    static Report figure(Report report, long people, String figure, String kind, double value) {
        // It takes minutes, so each figure is told as it comes.
        System.err.printf("%s, %s: %,.2f%n", figure, kind, value);
        return report.row("figure", figure, "kind", kind, "people", people, "value", value);
    }

    private static Set<String> kinds(Settings settings) {
        return settings.text("kinds").map(kinds -> Set.of(kinds.split(","))).orElse(Set.of());
    }

    private static void fill(ConfigurableApplicationContext house, int times, Report report) {
        var district = house.getBean(SyntheticDistrict.class);
        if (district.baseIsEmpty()) {
            var begun = System.nanoTime();
            var people = district.load(new Wanted(DemoData.Size.FULL, Wanted.USUAL_SEED, times), loaded -> {});
            var seconds = (System.nanoTime() - begun) / 1e9;
            figure(report, people, "load_s", "synthetic district", seconds);
            figure(report, people, "load_people_per_s", "synthetic district", people / seconds);
        }
    }

    /** What the database does of itself in the hour after millions of rows came in, done before anything is timed. */
    private static void rest(Connection database) throws Exception {
        try (var statement = database.createStatement()) {
            statement.execute("vacuum (analyze)");
            statement.execute("checkpoint");
        }
    }

    private static void size(Connection database, long people, Report report) throws Exception {
        var bytes = "select sum(pg_total_relation_size(c.oid)) from pg_class c"
                + " where c.relnamespace = 'registry'::regnamespace and c.relkind = 'r'";
        figure(report, people, "bytes_per_person", "tables and indexes", count(database, bytes) / (double) people);
    }

    private static ConfigurableApplicationContext house(EmbeddedPostgres postgres, Path folder) {
        var application = new SpringApplication(LinliApplication.class);
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
                PORT));
        var house = application.run();
        house.getBeansOfType(DemoData.class).values().stream()
                .filter(part -> part.getClass().getSimpleName().startsWith("AccessDemo"))
                .forEach(part -> part.load(DemoData.Size.SMALL));
        return house;
    }

    private static Connection connect(EmbeddedPostgres postgres) throws Exception {
        return DriverManager.getConnection(postgres.jdbcUrl(), EmbeddedPostgres.USER, postgres.password());
    }

    static long count(Connection database, String sql) throws Exception {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
