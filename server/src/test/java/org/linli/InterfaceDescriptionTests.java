package org.linli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InterfaceDescriptionTests {

    record TicketId(@JsonValue UUID value) {}

    enum State {
        WAITING,
        CALLED
    }

    record TicketView(
            TicketId id,
            State state,
            Instant calledAt,
            Optional<LocalDate> day,
            @Nullable String note,
            int window,
            Optional<State> before,
            List<Line> lines) {

        record Line(String text, @Nullable State state) {}
    }

    @Test
    void requiresWhatARecordAlwaysHas() {
        assertThat(schema("TicketView").getRequired())
                .containsExactlyInAnyOrder("id", "state", "calledAt", "window", "lines");
        assertThat(schema("TicketViewLine").getRequired()).containsExactly("text");
    }

    @Test
    void givesValuesAsWhatIsSent() {
        var properties = schema("TicketView").getProperties();
        assertThat(properties.get("id").getFormat()).isEqualTo("uuid");
        assertThat(properties.get("calledAt").getFormat()).isEqualTo("date-time");
        assertThat(properties.get("day").getFormat()).isEqualTo("date");
        assertThat(properties.get("before").getEnum()).map(Object::toString).containsExactly("WAITING", "CALLED");
    }

    @Test
    void givesTwoTypesOfOneNameTwoNames() {
        var names = new InterfaceDescription.UniqueNames();
        assertThat(names.nameForClass(java.util.Date.class, Set.of())).isEqualTo("Date");
        assertThat(names.nameForClass(java.sql.Date.class, Set.of())).isEqualTo("SqlDate");
    }

    private static Schema<?> schema(String name) {
        var converters = new ModelConverters(true);
        converters.addConverter(new ModelResolver(Json31.mapper(), new InterfaceDescription.UniqueNames()));
        converters.addConverter(new InterfaceDescription.RequiredComponents());
        var described = converters.resolveAsResolvedSchema(new AnnotatedType(TicketView.class)).referencedSchemas;
        return Objects.requireNonNull(described.get("InterfaceDescriptionTests" + name));
    }
}
