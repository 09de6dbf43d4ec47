package org.linli.grid.event;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.area.Areas;
import org.linli.grid.catalogue.Level;
import org.linli.grid.event.Event.Source;
import org.linli.grid.event.EventQueries.Question;
import org.linli.grid.event.EventQueries.Which;
import org.linli.grid.event.EventView.EventRowView;
import org.linli.grid.event.Photo.Origin;
import org.linli.grid.event.Photo.Stage;
import org.linli.shared.DivisionCode;
import org.linli.shared.Ids;
import org.linli.shared.Point;
import org.linli.shared.RepeatedRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The event desk. */
@RestController
@RequestMapping("/api/grid/events")
class EventController {

    private static final int MOST = 100;

    private final EventPages pages;
    private final Reporting reporting;
    private final EventActs acts;
    private final Areas areas;

    EventController(EventPages pages, Reporting reporting, EventActs acts, Areas areas) {
        this.pages = pages;
        this.reporting = reporting;
        this.acts = acts;
        this.areas = areas;
    }

    /** A page of events; {@code next} is handed back to get the part that follows. */
    record EventPageView(List<EventRowView> items, @Nullable String next) {}

    /** A report of the desk; {@code files} were uploaded before. */
    record ReportEventForm(
            @NotBlank @Size(max = 80) String requestKey,
            @NotBlank String category,
            @NotNull Level level,
            @NotBlank @Size(max = 2000) String description,
            @Nullable @Size(max = 200) String place,
            @Nullable @DecimalMin("-180") @DecimalMax("180") Double lon,
            @Nullable @DecimalMin("-90") @DecimalMax("90") Double lat,
            @Nullable String cell,
            @Nullable UUID reopens,
            @Nullable @Size(max = 12) List<UUID> files) {}

    /** An action as the desk sends it; {@code stage} says what the files show. */
    record EventActionForm(
            @Min(1) int revision,
            @NotBlank @Size(max = 60) String action,
            @Nullable @Size(max = 2000) String note,
            @Nullable Map<String, Object> input,
            @Nullable @Size(max = 12) List<UUID> files,
            @Nullable Stage stage,
            @NotBlank @Size(max = 80) String requestKey) {}

    @GetMapping
    EventPageView listEvents(
            Acting by,
            @RequestParam(defaultValue = "OPEN") Which which,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable Level level,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "30") int limit) {
        var page = pages.list(
                by,
                new Question(
                        which,
                        area(by, area, which),
                        state,
                        category,
                        level == null ? null : level.name(),
                        after,
                        Math.clamp(limit, 1, MOST)));
        return new EventPageView(page.items(), page.next().orElse(null));
    }

    /** Open events that have a point. */
    @GetMapping("/map")
    List<EventRowView> mapEvents(Acting by, @RequestParam(required = false) @Nullable String area) {
        return pages.map(by, area(by, area, Which.OPEN));
    }

    @GetMapping("/{id}")
    EventView showEvent(Acting by, @PathVariable UUID id) {
        return pages.show(by, id);
    }

    @GetMapping("/{id}/photos/{photo}")
    ResponseEntity<byte[]> showEventPhoto(Acting by, @PathVariable UUID id, @PathVariable UUID photo) {
        var shown = pages.photo(by, id, photo);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, shown.type())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(shown.bytes());
    }

    @PostMapping
    EventView reportEvent(Acting by, @Valid @RequestBody ReportEventForm form) {
        var id = RepeatedRequest.answer(() -> reporting.report(by, command(form)));
        return pages.show(by, id);
    }

    @PostMapping("/{id}/actions")
    EventView actOnEvent(Acting by, @PathVariable UUID id, @Valid @RequestBody EventActionForm form) {
        pages.readable(by, id);
        acts.act(by, command(id, form));
        return pages.show(by, id);
    }

    private static ReportEvent command(ReportEventForm form) {
        var at = form.lon() == null || form.lat() == null
                ? Optional.<Point>empty()
                : Optional.of(new Point(form.lon(), form.lat()));
        return new ReportEvent(
                Ids.next(),
                form.requestKey(),
                Source.DESK,
                form.category(),
                form.level(),
                form.description(),
                form.place() == null ? "" : form.place(),
                at,
                Optional.empty(),
                Optional.ofNullable(form.cell()).filter(DivisionCode::isValid).map(DivisionCode::of),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(form.reopens()),
                photos(form.files(), Stage.BEFORE),
                Optional.empty());
    }

    private static ActOnEvent command(UUID id, EventActionForm form) {
        var input = form.input() == null ? new HashMap<String, Object>() : new HashMap<>(form.input());
        input.values().removeIf(value -> value == null || value.equals(""));
        var stage = form.stage() == null ? stageOf(form.action()) : form.stage();
        return new ActOnEvent(
                id,
                form.action(),
                form.note() == null ? "" : form.note(),
                input,
                photos(form.files(), stage),
                Optional.of(form.revision()),
                form.requestKey());
    }

    static Stage stageOf(String action) {
        return switch (action) {
            case "FEED_BACK", "SELF_HANDLE" -> Stage.AFTER;
            case "VERIFY" -> Stage.CHECK;
            default -> Stage.NOTE;
        };
    }

    private static List<Photo> photos(@Nullable List<UUID> files, Stage stage) {
        return files == null
                ? List.of()
                : files.stream()
                        .map(file -> new Photo(file, stage, Origin.DESK))
                        .toList();
    }

    /** Without one, what is the reader's own is looked for everywhere and the rest in the reader's area. */
    private DivisionCode area(Acting by, @Nullable String area, Which which) {
        if (area != null && !area.isBlank()) {
            return areas.requireDivision(area).code();
        }
        return switch (which) {
            case MINE, POOL, REPORTED_BY_ME -> by.area().upTo(DivisionCode.Level.PROVINCE);
            default -> by.area();
        };
    }
}
