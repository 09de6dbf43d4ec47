package seeded;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RestController;

/** One broken rule a class. */
public final class Violations {

    private Violations() {}

    /** Holds SQL outside a Rows or Queries class. */
    public record SqlAnywhere(JdbcClient jdbc) {}

    /** Reads the time of the machine. */
    public record SystemTime(Instant at) {
        public static SystemTime now() {
            return new SystemTime(Instant.now());
        }

        public static SystemTime alsoNow() {
            return new SystemTime(Clock.systemUTC().instant());
        }
    }

    /** Has a name that says nothing. */
    public static final class ThingManager {}

    /** Lets everybody call the edge. */
    @RestController
    public static class PublicController {}

    /** Is given what it needs behind its back. */
    public static class Injected {
        @Autowired
        @Nullable
        Clock clock;
    }

    /** Holds what nobody needs to know. */
    public record Person(String name, String ethnicity) {}

    /** Leaves it to whoever reads the stream to give the connection back. */
    public static class StreamedRows {

        java.util.stream.Stream<String> names(JdbcClient jdbc) {
            return jdbc.sql("select name_zh from area.unit").query(String.class).stream();
        }
    }
}
