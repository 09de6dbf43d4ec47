package org.linli.grid.event;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.grid.GridReason;
import org.linli.grid.catalogue.Level;
import org.linli.grid.event.Photo.Origin;
import org.linli.grid.event.Photo.Stage;
import org.linli.shared.Point;
import org.linli.shared.Refusal;

/** What a phone sent, read by name; whatever is malformed is refused by the name of its field. */
public final class ChangeValues {

    private final Map<String, ? extends @Nullable Object> values;

    public ChangeValues(Map<String, ? extends @Nullable Object> values) {
        this.values = values;
    }

    public static ChangeValues of(Map<?, ?> map) {
        var named = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((name, value) -> named.put(String.valueOf(name), value));
        return new ChangeValues(named);
    }

    public String text(String name) {
        return values.get(name) instanceof String text ? text : "";
    }

    public Optional<Double> decimal(String name) {
        return values.get(name) instanceof Number number ? Optional.of(number.doubleValue()) : Optional.empty();
    }

    public Optional<UUID> uuid(String name) {
        var text = text(name);
        return text.isEmpty() ? Optional.empty() : Optional.of(id(text, name));
    }

    Level level() {
        return Level.read(text("level")).orElseThrow(() -> Refusal.ofField("level", GridReason.UNKNOWN_LEVEL));
    }

    public Optional<Point> point() {
        var lon = decimal("lon");
        var lat = decimal("lat");
        if (lon.isEmpty() || lat.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Point(lon.get(), lat.get()));
        } catch (IllegalArgumentException nowhere) {
            throw Refusal.ofField("lon", GridReason.OUTSIDE_DISTRICT);
        }
    }

    /** Identifiers of attachments, plain or as {@code {id}}. */
    public List<UUID> ids(String name) {
        return values.get(name) instanceof Collection<?> many
                ? many.stream()
                        .map(one -> one instanceof Map<?, ?> map ? map.get("id") : one)
                        .map(one -> id(String.valueOf(one), name))
                        .toList()
                : List.of();
    }

    List<Photo> photos(String name, Stage stage) {
        return ids(name).stream().map(id -> new Photo(id, stage, Origin.PHONE)).toList();
    }

    private static UUID id(String text, String name) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw Refusal.ofField(name, GridReason.MALFORMED);
        }
    }
}
