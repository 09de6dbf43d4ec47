package org.linli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
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

    private static final String FOLDER = "db/migration/";

    @Bean
    FlywayMigrationStrategy lowerModulesFirst(ResourcePatternResolver resources) {
        return flyway -> inOrder(folders(resources)).forEach(module -> migrate(flyway, module));
    }

    private static void migrate(Flyway flyway, String module) {
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                // With bean definitions made ahead of time comes a provider bound to the locations it first knew.
                .resourceProvider(null)
                .locations("classpath:" + FOLDER + module)
                .table("migration_" + (module.equals(HOUSE) ? "house" : module))
                // The histories share a schema, so from the second on it is never empty.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    private static Set<String> folders(ResourcePatternResolver resources) {
        try {
            var folders = new TreeSet<String>();
            for (Resource file : resources.getResources("classpath:" + FOLDER + "*/*.sql")) {
                var path = file.getURL().getPath();
                var name = path.substring(path.lastIndexOf(FOLDER) + FOLDER.length());
                folders.add(name.substring(0, name.indexOf('/')));
            }
            return folders;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
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
            throw new IllegalStateException("The migrations in " + FOLDER + folder + " belong to no module.", stray);
        }
    }
}
