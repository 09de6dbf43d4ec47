package org.linli;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.modulith.ApplicationModule;

/**
 * Migrations, one history a module, lower modules first. The order is read from the arrows that each module declares
 * ({@link ApplicationModule#allowedDependencies}), so a new module brings nothing but its folder.
 */
@Configuration(proxyBeanMethods = false)
class Migrations {

    /** What belongs to no module: the tables of the house's libraries. */
    static final String HOUSE = "__root";

    /** All files are read and all histories compared at every start; the full check is only for what has changed. */
    @Bean
    FlywayMigrationStrategy lowerModulesFirst(ResourcePatternResolver resources) {
        return flyway -> {
            var files = MigrationFiles.read(resources);
            var folders = inOrder(files.folders());
            var checked = new CheckedMigrations(flyway.getConfiguration().getDataSource(), folders);
            if (!checked.stand(files.digest())) {
                folders.forEach(module -> migrate(flyway, module));
                checked.note(files.digest());
            }
        };
    }

    private static void migrate(Flyway flyway, String module) {
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                // With bean definitions made ahead of time comes a provider bound to the locations it first knew.
                .resourceProvider(null)
                .locations("classpath:" + MigrationFiles.FOLDER + module)
                .table(history(module))
                // The histories share a schema, so from the second on it is never empty.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    /** The table of a module's history in the schema {@code house}. */
    static String history(String module) {
        return "migration_" + (module.equals(HOUSE) ? "house" : module);
    }

    /** The folders so that each comes after all that its module may depend on. */
    static SequencedSet<String> inOrder(Collection<String> folders) {
        var ordered = new LinkedHashSet<String>();
        folders.stream().sorted().forEach(folder -> add(folder, folders, ordered));
        return ordered;
    }

    private static void add(String folder, Collection<String> folders, Set<String> ordered) {
        if (!ordered.contains(folder)) {
            lower(folder).filter(folders::contains).forEach(lower -> add(lower, folders, ordered));
            ordered.add(folder);
        }
    }

    private static Stream<String> lower(String folder) {
        if (folder.equals(HOUSE)) {
            return Stream.empty();
        }
        try {
            var module = Class.forName(Migrations.class.getPackageName() + "." + folder + ".package-info")
                    .getAnnotation(ApplicationModule.class);
            return Stream.concat(
                    Stream.of(HOUSE),
                    Arrays.stream(module.allowedDependencies())
                            .map(arrow -> arrow.split(" ")[0])
                            .distinct());
        } catch (ClassNotFoundException stray) {
            throw new IllegalStateException(
                    "The migrations in " + MigrationFiles.FOLDER + folder + " belong to no module.", stray);
        }
    }
}
