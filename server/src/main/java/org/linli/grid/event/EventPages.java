package org.linli.grid.event;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.area.Unit;
import org.linli.casework.CaseReadings;
import org.linli.casework.CaseReadings.Reading;
import org.linli.files.Attachments;
import org.linli.grid.GridReason;
import org.linli.grid.GridWords;
import org.linli.grid.catalogue.Categories;
import org.linli.grid.catalogue.Category;
import org.linli.grid.event.EventQueries.Question;
import org.linli.grid.event.EventView.EventRowView;
import org.linli.grid.team.CellWorkers;
import org.linli.shared.DivisionCode;
import org.linli.shared.Page;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Events read at desks: those of the posting's area and its own; opening one is noted. */
@Service
class EventPages {

    private static final int NEAR_METRES = 100;
    private static final int MOST_DOTS = 2000;

    private final EventRows rows;
    private final HandlingRows handling;
    private final EventQueries queries;
    private final PhotoRows photos;
    private final EventPhotos files;
    private final EventWording wording;
    private final Categories categories;
    private final CellWorkers workers;
    private final CaseReadings readings;
    private final Attachments attachments;
    private final AuditTrail audit;
    private final Clock clock;

    EventPages(
            EventRows rows,
            HandlingRows handling,
            EventQueries queries,
            PhotoRows photos,
            EventPhotos files,
            EventWording wording,
            Categories categories,
            CellWorkers workers,
            CaseReadings readings,
            Attachments attachments,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.handling = handling;
        this.queries = queries;
        this.photos = photos;
        this.files = files;
        this.wording = wording;
        this.categories = categories;
        this.workers = workers;
        this.readings = readings;
        this.attachments = attachments;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Page<EventRowView> list(Acting by, Question question) {
        by.require(GridWords.READ_EVENTS);
        var asked = reached(by, question);
        return queries.page(by, asked, clock.instant()).map(event -> wording.row(by, event));
    }

    @Transactional(readOnly = true)
    List<EventRowView> map(Acting by, DivisionCode area) {
        by.require(GridWords.READ_EVENTS, area);
        return queries.dots(area, MOST_DOTS).stream()
                .map(event -> wording.row(by, event))
                .toList();
    }

    @Transactional
    EventView show(Acting by, UUID id) {
        var event = readable(by, id);
        audit.note(by, GridWords.READ_EVENTS, Event.SUBJECT + ":" + id, Map.of());
        return view(by, event);
    }

    /** The bytes of a photo that has come, and their media type. */
    record Shown(byte[] bytes, String type) {}

    @Transactional
    Shown photo(Acting by, UUID id, UUID photo) {
        readable(by, id);
        var taken = photos.of(List.of(id)).getOrDefault(id, List.of()).stream()
                .filter(one -> one.id().equals(photo))
                .toList();
        var file = Optional.ofNullable(files.arrived(taken).get(photo))
                .orElseThrow(() -> Refusal.because(GridReason.PHOTO_NOT_THERE));
        audit.note(by, "grid.event.photo", Event.SUBJECT + ":" + id, Map.of("photo", photo.toString()));
        var about = attachments.find(file).orElseThrow(() -> Refusal.because(GridReason.PHOTO_NOT_THERE));
        return new Shown(attachments.read(file), about.type());
    }

    Event readable(Acting by, UUID id) {
        by.require(GridWords.READ_EVENTS);
        return rows.find(id)
                .filter(event -> EventFiles.isVisible(by, event))
                .orElseThrow(() -> Refusal.because(GridReason.UNKNOWN_EVENT));
    }

    /** What is one's own may lie anywhere; the rest is looked for in the posting's area. */
    private static Question reached(Acting by, Question question) {
        return switch (question.which()) {
            case MINE, POOL, REPORTED_BY_ME -> question;
            default -> {
                by.require(GridWords.READ_EVENTS, question.area());
                yield question;
            }
        };
    }

    private EventView view(Acting by, Event event) {
        var reading = Optional.ofNullable(
                        readings.of(by, List.of(event.caseId())).get(event.caseId()))
                .orElseThrow(() -> Refusal.because(GridReason.UNKNOWN_EVENT));
        var taken = photos.of(List.of(event.id())).getOrDefault(event.id(), List.of());
        var arrived = files.arrived(taken).keySet();
        var category = categories.find(event.category());
        var usual = category.flatMap(known -> categories.usualUnit(known, event.cell()));
        var done = event.handling();
        return new EventView(
                wording.row(by, event),
                event.description(),
                event.place(),
                event.accuracy().orElse(null),
                event.source(),
                event.occurredAt().orElse(null),
                event.reopens().orElse(null),
                event.rank(),
                event.standing().revision(),
                event.caseId().value(),
                done.handler(),
                done.handledAt().orElse(null),
                done.reworks(),
                done.verdict().orElse(null),
                done.remaining(),
                done.verifiedAt().orElse(null),
                done.inTime().orElse(null),
                done.grade().orElse(null),
                done.suspensionAskedBy().isPresent(),
                reading.extension().orElse(null),
                category.map(Category::photos).orElse(false),
                taken.stream()
                        .map(photo ->
                                new EventView.EventPhotoView(photo.id(), photo.stage(), arrived.contains(photo.id())))
                        .toList(),
                checks(event),
                entries(reading),
                reading.offers().stream()
                        .map(offer -> new EventView.EventActionView(
                                offer.action(), offer.names(), offer.builtIn(), offer.primary()))
                        .toList(),
                rows.findAll(handling.joinedWith(event.id())).stream()
                        .map(joined -> wording.row(by, joined))
                        .toList(),
                near(by, event),
                usual.map(unit -> unit.code().value()).orElse(null),
                usual.map(Unit::names).orElse(null),
                workers.of(event.cell()).stream()
                        .map(one -> new EventView.EventWorkerView(one.posting(), one.name(), one.role(), one.chief()))
                        .toList());
    }

    private List<EventRowView> near(Acting by, Event event) {
        return event.standing().ended() || event.joinedInto().isPresent()
                ? List.of()
                : queries.near(event, NEAR_METRES).stream()
                        .filter(other -> EventFiles.isVisible(by, other))
                        .map(other -> wording.row(by, other))
                        .toList();
    }

    private List<EventView.EventCheckView> checks(Event event) {
        return queries.checks(event.id()).stream()
                .map(check -> new EventView.EventCheckView(
                        check.number(),
                        check.at(),
                        check.by(),
                        check.verdict(),
                        check.before(),
                        check.after(),
                        check.remaining()))
                .toList();
    }

    private List<EventView.EventEntryView> entries(Reading reading) {
        return reading.timeline().stream()
                .map(entry -> new EventView.EventEntryView(
                        entry.seq(),
                        entry.at(),
                        entry.by(),
                        entry.role(),
                        wording.unit(entry.unit()),
                        entry.action(),
                        entry.names(),
                        entry.moved() ? wording.state(reading.standing().procedureVersion(), entry.to()) : null,
                        entry.note(),
                        entry.decision().orElse(null)))
                .toList();
    }
}
