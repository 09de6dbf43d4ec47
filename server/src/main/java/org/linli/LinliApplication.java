package org.linli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.linli.postgres.EmbeddedPostgres;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.modulith.Modulithic;

/** Starts Linli: an embedded PostgreSQL unless one is named, then the server on top of it. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(systemName = "Linli")
public class LinliApplication {

    private static final int WRONG_COMMAND_LINE = 2;
    private static final int CANNOT_START = 1;

    public static void main(String[] arguments) {
        PatientCompiler.giveWay();
        try {
            start(Options.parse(arguments));
        } catch (Options.Wrong wrong) {
            end(WRONG_COMMAND_LINE, StartFailure.sentence(wrong));
        } catch (SpringApplication.AbandonedRunException preparing) {
            throw preparing;
        } catch (RuntimeException failure) {
            end(CANNOT_START, StartFailure.sentence(failure));
        }
    }

    private static void start(Options options) {
        if (options.command().isPresent()) {
            var running = EmbeddedPostgres.running(options.data());
            if (options.databaseUrl().isEmpty() && running.isPresent()) {
                run(options, StartingDatabase.running(running.get()));
                return;
            }
            refuseAnEmptyFolder(options);
        } else if (EmbeddedPostgres.isTaken(options.port())) {
            throw new StartFailure(StartFailure.portInUse(options.port()));
        }
        if (options.databaseUrl().isPresent()) {
            run(
                    options,
                    new MapPropertySource(
                            "database",
                            Map.of(StartingDatabase.URL, options.databaseUrl().get())));
        } else {
            runOnEmbedded(options);
        }
    }

    /** A command looks after data that is there; a misspelt folder must not become a new, empty house. */
    private static void refuseAnEmptyFolder(Options options) {
        if (!trains(options)
                && !fills(options)
                && options.databaseUrl().isEmpty()
                && !EmbeddedPostgres.exists(options.data())) {
            throw new StartFailure("There are no data of Linli in " + options.data()
                    + "; name their folder with --data. 目录 " + options.data() + " 中没有邻里的数据，请用 --data 指定。");
        }
    }

    /** PostgreSQL and the server start side by side; whoever needs the database waits for it. */
    private static void runOnEmbedded(Options options) {
        var database = new StartingDatabase(() -> EmbeddedPostgres.start(options.data(), Map.of()));
        // The database stops after everything that writes to it has stopped.
        SpringApplication.getShutdownHandlers().add(database::close);
        database.onUnexpectedEnd(() -> end(
                CANNOT_START,
                "PostgreSQL ended unexpectedly, so Linli stops too; start it again and it recovers what was committed."
                        + " PostgreSQL 意外停止，邻里随之停止；重新启动即可恢复已提交的数据。"));
        try {
            run(options, database);
        } catch (RuntimeException failure) {
            database.close();
            // Spring only sees that there are no settings of a database; why is the database's to say.
            throw database.failure().orElse(failure);
        }
    }

    private static void run(Options options, PropertySource<?> database) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("server.port", options.port());
        properties.put("linli.data", options.data().toString());
        properties.put("linli.demo", options.demo().name());
        properties.put("logging.file.name", options.data().resolve("linli.log").toString());
        options.command().ifPresent(command -> properties.put("linli.command", command));
        var application = new SpringApplication(LinliApplication.class);
        application.setDefaultProperties(properties);
        application.addInitializers(
                context -> context.getEnvironment().getPropertySources().addLast(database),
                context -> ((GenericApplicationContext) context)
                        .getDefaultListableBeanFactory()
                        .setAutowireCandidateResolver(new NamedCandidates()));
        application.setLogStartupInfo(false);
        if (options.command().isPresent() && !trains(options)) {
            application.setWebApplicationType(WebApplicationType.NONE);
        }
        var context = started(application, options);
        PatientCompiler.workAsUsual();
        if (trains(options)) {
            Training.run(port(context));
            System.exit(SpringApplication.exit(context));
        }
        if (options.command().isPresent()) {
            context.getBean(LinliCommand.class).run();
            System.exit(SpringApplication.exit(context));
        }
        context.getBean(DemoDistrict.class).load();
        say(Welcome.text(context, port(context)));
    }

    private static ConfigurableApplicationContext started(SpringApplication application, Options options) {
        try {
            return application.run(options.settings().toArray(String[]::new));
        } catch (RuntimeException failure) {
            // Too quiet for the terminal, which gets one sentence.
            LoggerFactory.getLogger(LinliApplication.class).info("Linli could not start", failure);
            throw failure;
        }
    }

    private static boolean trains(Options options) {
        return options.command().filter(Training.COMMAND::equals).isPresent();
    }

    /** {@code ./linli demo} is the one command for an empty folder. */
    private static boolean fills(Options options) {
        return options.command().filter("demo"::equals).isPresent();
    }

    private static int port(ConfigurableApplicationContext context) {
        var server = ((WebServerApplicationContext) context).getWebServer();
        return server == null ? 0 : server.getPort();
    }

    @SuppressWarnings("SystemOut")
    private static void say(String text) {
        System.out.println(text);
    }

    @SuppressWarnings("SystemOut")
    private static void end(int code, String sentence) {
        System.err.println("linli: " + sentence);
        System.exit(code);
    }
}
