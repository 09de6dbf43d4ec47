package org.linli.registry.field;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.registry.People;
import org.linli.registry.dwelling.Dwellings;
import org.linli.registry.testing.Households;
import org.linli.shared.DivisionCode;
import org.linli.shared.Ids;
import org.linli.sync.contributions.Change;
import org.linli.testing.Actings;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A worker of two cells at the doors of a compound. */
final class Doorstep {

    static final String CELL = "150203001015003";
    static final String NEXT_CELL = "150203001015004";
    static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

    private final JdbcClient jdbc;
    final Households households;
    final UUID compound;

    Doorstep(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        households = new Households(jdbc, people);
        compound = households.compound("现场" + ThreadLocalRandom.current().nextInt(1_000_000_000) + "小区");
    }

    static Acting worker() {
        return Actings.with(
                "grid-worker",
                Actings.SHAOXIANLU_STATION,
                DivisionCode.of(CELL.substring(0, 12)),
                People.READ,
                People.WRITE,
                Dwellings.READ,
                Dwellings.WRITE);
    }

    UUID dwelling(String cell) {
        var id = households.dwelling(
                compound, "1", "1", Integer.toString(ThreadLocalRandom.current().nextInt(1_000_000_000)));
        jdbc.sql("""
                update registry.dwelling set division = :cell, revision = revision + 1, change_id = uuidv7() where id = :id""").param("cell", cell).param("id", id).update();
        return id;
    }

    static Change create(UUID entity, String cell, Map<String, @Nullable Object> values) {
        return change(entity, cell, values, "", Map.of());
    }

    static Change patch(UUID entity, Map<String, @Nullable Object> values) {
        return change(entity, CELL, values, "", Map.of());
    }

    static Change command(UUID entity, String word, Map<String, @Nullable Object> arguments) {
        return change(entity, CELL, Map.of(), word, arguments);
    }

    static Map<String, @Nullable Object> values(@Nullable Object... pairs) {
        var values = new HashMap<String, @Nullable Object>();
        for (var n = 0; n < pairs.length; n += 2) {
            values.put(String.valueOf(pairs[n]), pairs[n + 1] instanceof UUID id ? id.toString() : pairs[n + 1]);
        }
        return values;
    }

    private static Change change(
            UUID entity,
            String cell,
            Map<String, @Nullable Object> values,
            String word,
            Map<String, @Nullable Object> arguments) {
        return new Change(
                Ids.next(),
                entity,
                "grid:" + cell,
                Optional.of(new UUID(3, 3)),
                values,
                Map.of(),
                word,
                arguments,
                List.of(),
                NOW,
                Optional.empty());
    }
}
