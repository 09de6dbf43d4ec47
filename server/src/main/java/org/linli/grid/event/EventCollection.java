package org.linli.grid.event;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.casework.CaseReadings;
import org.linli.casework.CaseReadings.Reading;
import org.linli.grid.event.Event.Source;
import org.linli.grid.event.ReportEvent.OnTheSpot;
import org.linli.shared.DivisionCode;
import org.linli.sync.contributions.Change;
import org.linli.sync.contributions.Standing;
import org.linli.sync.contributions.SyncedCollection;
import org.springframework.stereotype.Component;

/**
 * Events on phones: in the scope of their cell, of whoever reported one and of whoever has it as a task. They are reported
 * and acted on; nothing of one is ever patched.
 */
@Component
class EventCollection implements SyncedCollection {

    private final EventRows rows;
    private final PhotoRows photos;
    private final EventWording wording;
    private final Reporting reporting;
    private final EventActs acts;
    private final CaseReadings readings;

    EventCollection(
            EventRows rows,
            PhotoRows photos,
            EventWording wording,
            Reporting reporting,
            EventActs acts,
            CaseReadings readings) {
        this.rows = rows;
        this.photos = photos;
        this.wording = wording;
        this.reporting = reporting;
        this.acts = acts;
        this.readings = readings;
    }

    @Override
    public String type() {
        return "event";
    }

    @Override
    public Set<String> tables() {
        return Set.of("grid.event", "grid.event_photo");
    }

    @Override
    public Map<UUID, Map<String, Object>> load(Acting by, Collection<UUID> ids) {
        var events = rows.findAll(ids);
        var read = readings.of(by, events.stream().map(Event::caseId).toList());
        var taken = photos.of(ids);
        var loaded = new HashMap<UUID, Map<String, Object>>();
        for (var event : events) {
            loaded.put(
                    event.id(), values(by, event, read.get(event.caseId()), taken.getOrDefault(event.id(), List.of())));
        }
        return loaded;
    }

    @Override
    public Optional<Standing> hold(UUID id) {
        return acts.held(id)
                .map(event -> new Standing(
                        "grid:" + event.cell(),
                        Map.of("state", event.standing().state()),
                        !event.standing().ended()));
    }

    @Override
    public void create(Acting by, Change change) {
        var words = new ChangeValues(change.values());
        var done = change.values().get("selfHandled") instanceof Map<?, ?> spot
                ? Optional.of(onTheSpot(ChangeValues.of(spot)))
                : Optional.<OnTheSpot>empty();
        reporting.report(
                by,
                new ReportEvent(
                        change.entity(),
                        change.mutation().toString(),
                        Source.PHONE,
                        words.text("category"),
                        words.level(),
                        words.text("description"),
                        words.text("placeText"),
                        words.point(),
                        words.decimal("accuracy"),
                        cellOf(change.scope()),
                        Optional.of(change.occurredAt()),
                        words.uuid("visit"),
                        words.uuid("reopens"),
                        words.photos("photos", Photo.Stage.BEFORE),
                        done));
    }

    /** Whatever the phone saw, an action only has to fit the state the event is in now. */
    @Override
    public void command(Acting by, Change change) {
        var words = new ChangeValues(change.arguments());
        var input = new HashMap<String, Object>();
        change.arguments().forEach((name, value) -> {
            if (value != null && !Set.of("note", "photos", "revision").contains(name)) {
                input.put(name, value);
            }
        });
        acts.act(
                by,
                new ActOnEvent(
                        change.entity(),
                        change.command(),
                        words.text("note"),
                        input,
                        words.photos("photos", EventController.stageOf(change.command())),
                        Optional.empty(),
                        change.mutation().toString()));
    }

    private static OnTheSpot onTheSpot(ChangeValues spot) {
        return new OnTheSpot(spot.text("note"), spot.photos("photos", Photo.Stage.AFTER));
    }

    private static Optional<DivisionCode> cellOf(String scope) {
        return scope.startsWith("grid:") && DivisionCode.isValid(scope.substring(5))
                ? Optional.of(DivisionCode.of(scope.substring(5)))
                : Optional.empty();
    }

    private Map<String, Object> values(Acting by, Event event, @Nullable Reading reading, List<Photo> taken) {
        var row = wording.row(by, event);
        var values = new LinkedHashMap<String, Object>();
        values.put("number", event.number());
        values.put("category", event.category());
        values.put("level", event.level().onPhones());
        values.put("description", event.description());
        values.put("state", row.state());
        values.put("turn", row.turn());
        values.put("unit", row.unit());
        values.put("cell", row.cell());
        put(values, "due", row.due());
        put(values, "lon", row.lon());
        put(values, "lat", row.lat());
        put(values, "accuracy", event.accuracy().orElse(null));
        put(values, "placeText", event.place().isEmpty() ? null : event.place());
        values.put("reportedAt", event.reportedAt().toString());
        values.put("reportedBy", row.reporter());
        values.put("mine", event.reporter().account().equals(by.account().value()));
        values.put(
                "task",
                event.standing().task().filter(by.account().value()::equals).isPresent());
        put(
                values,
                "handler",
                event.handling().handler().isEmpty() ? null : event.handling().handler());
        put(values, "handledAt", event.handling().handledAt().orElse(null));
        put(values, "endedAt", row.endedAt());
        values.put("onTheSpot", row.onTheSpot());
        put(values, "verdict", event.handling().verdict().map(Enum::name).orElse(null));
        put(
                values,
                "remaining",
                event.handling().remaining().isEmpty() ? null : event.handling().remaining());
        put(values, "joinedInto", event.joinedInto().map(UUID::toString).orElse(null));
        put(values, "hold", row.hold());
        put(values, "supervision", row.supervision());
        values.put(
                "photos",
                taken.stream()
                        .<Map<String, Object>>map(photo -> Map.of(
                                "id", photo.id().toString(),
                                "stage", stage(photo),
                                "origin", photo.origin().name()))
                        .toList());
        values.put("timeline", reading == null ? List.of() : timeline(reading));
        values.put("actions", reading == null ? List.of() : actions(reading));
        return values;
    }

    /** Phones tell what it was from what it is. */
    private static String stage(Photo photo) {
        return photo.stage() == Photo.Stage.CHECK
                ? Photo.Stage.AFTER.name()
                : photo.stage().name();
    }

    private static List<Map<String, Object>> timeline(Reading reading) {
        return reading.timeline().stream()
                .<Map<String, Object>>map(entry -> Map.of(
                        "at", entry.at().toString(),
                        "action", entry.action().toUpperCase(Locale.ROOT).replace('-', '_'),
                        "by", entry.by(),
                        "note", entry.note()))
                .toList();
    }

    /** What the procedure states; the built-in actions of cases are for desks. */
    private static List<String> actions(Reading reading) {
        return reading.offers().stream()
                .filter(offer -> !offer.builtIn())
                .map(CaseReadings.Offer::action)
                .toList();
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value instanceof java.time.Instant at ? at.toString() : value);
        }
    }
}
