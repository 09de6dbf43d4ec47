package org.linli.grid.event;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.area.Areas;
import org.linli.area.Unit;
import org.linli.casework.CaseReceipt;
import org.linli.casework.CaseSubject;
import org.linli.casework.Cases;
import org.linli.casework.OpenCase;
import org.linli.grid.GridReason;
import org.linli.grid.GridWords;
import org.linli.grid.catalogue.Categories;
import org.linli.grid.catalogue.Category;
import org.linli.grid.event.Event.Rank;
import org.linli.shared.DivisionCode;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reports events (采集上报): wherever one comes from, it becomes a case at the community it lies in. */
@Service
public class Reporting {

    private static final int LONGEST = 2000;

    private final EventRows rows;
    private final PhotoRows photos;
    private final EventPhotos files;
    private final EventActs acts;
    private final Categories categories;
    private final Sampling sampling;
    private final Cases cases;
    private final Areas areas;
    private final AuditTrail audit;
    private final Clock clock;

    Reporting(
            EventRows rows,
            PhotoRows photos,
            EventPhotos files,
            EventActs acts,
            Categories categories,
            Sampling sampling,
            Cases cases,
            Areas areas,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.photos = photos;
        this.files = files;
        this.acts = acts;
        this.categories = categories;
        this.sampling = sampling;
        this.cases = cases;
        this.areas = areas;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return the event; of a repeated request the one it made first */
    @Transactional
    public UUID report(Acting by, ReportEvent command) {
        by.require(GridWords.REPORT_EVENTS);
        var earlier = rows.ofRequest(command.requestKey());
        if (earlier.isPresent()) {
            return earlier.get().id();
        }
        if (rows.find(command.id()).isPresent()) {
            return rows.ofRequest(command.requestKey())
                    .map(Event::id)
                    .orElseThrow(() -> Refusal.because(GridReason.EVENT_KNOWN));
        }
        var category = categories.require(command.category());
        requireWords(command);
        var cell = cell(command);
        requireNear(by, cell);
        command.reopens().ifPresent(this::requireEnded);
        var event = opened(by, command, category, cell);
        rows.add(event, command.requestKey());
        command.photos().forEach(photo -> {
            files.assign(by, event.id(), photo);
            photos.add(event.id(), photo, by, clock.instant());
        });
        audit.note(
                by,
                GridWords.REPORT_EVENTS,
                Event.SUBJECT + ":" + event.id(),
                Map.of("category", category.code(), "cell", cell.value()));
        command.onTheSpot()
                .ifPresent(done -> acts.act(
                        by,
                        ActOnEvent.of(event.id(), "SELF_HANDLE", command.requestKey() + ":spot")
                                .note(done.note())
                                .photos(done.photos())));
        return event.id();
    }

    private Event opened(Acting by, ReportEvent command, Category category, DivisionCode cell) {
        var office = office(cell);
        var sampled = sampling.draws(command.id());
        var receipt = cases.open(by, request(command, category, cell, office, sampled));
        var version = cases.find(receipt.id()).orElseThrow().procedureVersion();
        return new Event(
                command.id(),
                receipt.id(),
                version,
                receipt.number(),
                cell,
                category.code(),
                command.level(),
                command.source(),
                command.description(),
                command.place(),
                command.at(),
                command.accuracy(),
                new Event.Reporter(by.account().value(), by.posting(), by.name()),
                receipt.at(),
                command.occurredAt(),
                command.visit(),
                command.reopens(),
                sampled,
                office.kind() == Unit.Kind.COMMITTEE ? Rank.COMMUNITY : Rank.SUB_DISTRICT,
                standing(receipt, office),
                EventAdoption.NOTHING_DONE,
                Optional.empty());
    }

    private OpenCase request(ReportEvent command, Category category, DivisionCode cell, Unit office, boolean sampled) {
        return new OpenCase(
                Event.PROCEDURE,
                categories.title(category),
                new CaseSubject(Event.SUBJECT, command.id().toString()),
                cell,
                office.code(),
                Optional.empty(),
                Map.of("category", category.code(), "level", command.level().name(), "sampled", sampled ? "yes" : "no"),
                Optional.of(categories.terms(category, command.level())),
                Optional.empty(),
                command.requestKey());
    }

    private static Event.Standing standing(CaseReceipt receipt, Unit office) {
        return new Event.Standing(
                receipt.state(),
                "COMMITTEE",
                office.code(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                receipt.due(),
                receipt.revision(),
                Optional.empty());
    }

    /** The community's own office; where there is none, the sub-district's. */
    Unit office(DivisionCode cell) {
        return categories
                .unitOf(cell, Unit.Kind.COMMITTEE)
                .or(() -> categories.unitOf(cell, Unit.Kind.SUB_DISTRICT_OFFICE))
                .orElseThrow(() -> Refusal.because(GridReason.OUTSIDE_DISTRICT));
    }

    private DivisionCode cell(ReportEvent command) {
        if (command.at().isPresent()) {
            return areas.locate(command.at().get())
                    .filter(found -> found.level().compareTo(DivisionCode.Level.COMMUNITY) >= 0)
                    .orElseThrow(() -> Refusal.ofField("lon", GridReason.OUTSIDE_DISTRICT));
        }
        return command.cell()
                .map(code -> areas.requireDivision(code).code())
                .orElseThrow(() -> Refusal.ofField("cell", GridReason.PLACE_MISSING));
    }

    /** A worker reports what lies around; somebody in another part of the district is told by those there. */
    private static void requireNear(Acting by, DivisionCode cell) {
        var around = by.area().upTo(DivisionCode.Level.SUB_DISTRICT);
        if (!by.isSystem() && !around.covers(cell)) {
            throw Refusal.because(GridReason.OUTSIDE_YOUR_AREA);
        }
    }

    private void requireEnded(UUID former) {
        if (rows.find(former).filter(event -> event.standing().ended()).isEmpty()) {
            throw Refusal.ofField("reopens", GridReason.NOT_ENDED);
        }
    }

    private static void requireWords(ReportEvent command) {
        if (command.description().isEmpty()) {
            throw Refusal.ofField("description", GridReason.DESCRIPTION_MISSING);
        }
        if (command.description().length() > LONGEST) {
            throw Refusal.ofField("description", GridReason.TEXT_TOO_LONG, LONGEST);
        }
        if (command.place().length() > 200) {
            throw Refusal.ofField("placeText", GridReason.TEXT_TOO_LONG, 200);
        }
    }
}
