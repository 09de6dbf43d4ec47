package org.linli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.linli.postgres.EmbeddedPostgres;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
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
        } else if (EmbeddedPostgres.isTaken(options.port())) {
            throw new StartFailure(
                    "Port " + options.port()
                            + " is already in use on this machine; stop the program that uses it, or name another with --port.");
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

    /** PostgreSQL and the server start side by side; whoever needs the database waits for it. */
    private static void runOnEmbedded(Options options) {
        var database = new StartingDatabase(() -> EmbeddedPostgres.start(options.data(), Map.of()));
        // The database stops after everything that writes to it has stopped.
        SpringApplication.getShutdownHandlers().add(database::close);
        database.onUnexpectedEnd(
                () -> end(
                        CANNOT_START,
                        "PostgreSQL ended unexpectedly, so Linli stops too; start it again and it recovers what was committed."));
        try {
            run(options, database);
        } catch (RuntimeException failure) {
            database.close();
            throw failure;
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
                context -> context.getEnvironment().getPropertySources().addLast(database));
        application.setLogStartupInfo(false);
        var training = options.command().filter(Training.COMMAND::equals).isPresent();
        if (options.command().isPresent() && !training) {
            application.setWebApplicationType(WebApplicationType.NONE);
        }
        var context = application.run(options.settings().toArray(String[]::new));
        if (training) {
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
