package org.linli.grid.event;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.files.FileReaders;
import org.linli.files.Retention;
import org.linli.grid.GridWords;
import org.springframework.stereotype.Component;

/** Photos of events are read by whoever may see the event, wherever they were taken. */
@Component
class EventFiles implements FileReaders {

    private static final String KIND = "grid-event";
    private static final int YEARS = 5;

    private final EventRows rows;

    EventFiles(EventRows rows) {
        this.rows = rows;
    }

    static String ownerOf(UUID event) {
        return KIND + ":" + event;
    }

    /** Lies in the reader's area, or with or from the reader's own unit. */
    static boolean isVisible(Acting reader, Event event) {
        return reader.isSystem()
                || reader.area().covers(event.cell())
                || reader.unit().equals(event.standing().unit())
                || reader.account().value().equals(event.reporter().account())
                || event.standing()
                        .task()
                        .filter(reader.account().value()::equals)
                        .isPresent();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean mayRead(Acting reader, String owner) {
        return reader.may(GridWords.READ_EVENTS)
                && event(owner).filter(event -> isVisible(reader, event)).isPresent();
    }

    @Override
    public Retention retention(String owner, LocalDate attached) {
        return Retention.years(KIND, YEARS, attached);
    }

    private Optional<Event> event(String owner) {
        return FileReaders.idOf(owner).flatMap(rows::find);
    }
}
