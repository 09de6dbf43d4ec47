package org.linli.grid.event;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.linli.access.Acting;
import org.linli.grid.event.Photo.Origin;
import org.linli.grid.event.Photo.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of photos. */
@Component
class PhotoRows {

    private final JdbcClient jdbc;

    PhotoRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record OfEvent(UUID event, Photo photo) {}

    /** A photo is added once, however often its event is sent. */
    void add(UUID event, Photo photo, Acting by, Instant at) {
        jdbc.sql("""
                insert into grid.event_photo (id, event_id, stage, origin, account_id, name, added_at)
                values (:id, :event, :stage, :origin, :account, :name, :at)
                on conflict (id) do nothing
                """)
                .param("id", photo.id())
                .param("event", event)
                .param("stage", photo.stage().name())
                .param("origin", photo.origin().name())
                .param("account", by.account().value())
                .param("name", by.name())
                .param("at", EventRows.stored(at))
                .update();
    }

    /** By event, the earliest first. */
    Map<UUID, List<Photo>> of(Collection<UUID> events) {
        return jdbc
                .sql("""
                select event_id, id, stage, origin from grid.event_photo where event_id = any (:events)
                order by added_at, id
                """)
                .param("events", events.toArray(UUID[]::new))
                .query((row, n) -> new OfEvent(
                        row.getObject("event_id", UUID.class),
                        new Photo(
                                row.getObject("id", UUID.class),
                                Stage.valueOf(row.getString("stage")),
                                Origin.valueOf(row.getString("origin")))))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(OfEvent::event, Collectors.mapping(OfEvent::photo, Collectors.toList())));
    }

    Optional<UUID> eventOf(UUID photo) {
        return jdbc.sql("select event_id from grid.event_photo where id = :id")
                .param("id", photo)
                .query(UUID.class)
                .optional();
    }
}
