package org.linli.grid.event;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.access.PostingId;
import org.linli.access.PostingsInForce;
import org.linli.area.Unit;
import org.linli.area.UnitCode;
import org.linli.casework.ActOnCase;
import org.linli.casework.CaseReadings;
import org.linli.casework.CaseReceipt;
import org.linli.casework.Cases;
import org.linli.grid.GridReason;
import org.linli.grid.GridWords;
import org.linli.grid.catalogue.Categories;
import org.linli.grid.event.Event.Rank;
import org.linli.shared.DivisionCode;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Acts on events: fills in what follows from the event itself, such as the office above, and leaves to its case whether the
 * actor may.
 */
@Service
public class EventActs {

    private static final String UNIT = "unit";
    private static final String POSTING = "posting";

    private final EventRows rows;
    private final PhotoRows photos;
    private final EventPhotos files;
    private final Categories categories;
    private final CaseReadings readings;
    private final PostingsInForce postings;
    private final Cases cases;
    private final AuditTrail audit;
    private final Clock clock;

    EventActs(
            EventRows rows,
            PhotoRows photos,
            EventPhotos files,
            Categories categories,
            CaseReadings readings,
            PostingsInForce postings,
            Cases cases,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.photos = photos;
        this.files = files;
        this.categories = categories;
        this.readings = readings;
        this.postings = postings;
        this.cases = cases;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public CaseReceipt act(Acting by, ActOnEvent command) {
        if (!by.may(GridWords.HANDLE_EVENTS)) {
            by.require(GridWords.DISPATCH_EVENTS);
        }
        var event = held(command.id()).orElseThrow(() -> Refusal.because(GridReason.UNKNOWN_EVENT));
        command.photos().forEach(photo -> add(by, event, photo));
        var whole = filled(by, event, command);
        var receipt = cases.act(
                by,
                new ActOnCase(
                        event.caseId(),
                        command.revision().orElse(event.standing().revision()),
                        command.action(),
                        command.note(),
                        whole.input(),
                        command.requestKey()));
        audit.note(by, GridWords.HANDLE_EVENTS, Event.SUBJECT + ":" + event.id(), Map.of("action", command.action()));
        return receipt;
    }

    /** The event as it stands, with its case held until the transaction ends. */
    Optional<Event> held(UUID id) {
        rows.find(id).map(Event::caseId).ifPresent(readings::hold);
        return rows.find(id);
    }

    /** A repeated request brings the same photos again. */
    private void add(Acting by, Event event, Photo photo) {
        if (photos.eventOf(photo.id()).isEmpty()) {
            files.assign(by, event.id(), photo);
            photos.add(event.id(), photo, by, clock.instant());
        }
    }

    private ActOnEvent filled(Acting by, Event event, ActOnEvent command) {
        return switch (command.action()) {
            case "DISPATCH" ->
                command.word(UNIT).isPresent()
                        ? command
                        : command.with(
                                UNIT,
                                unitOfNamed(command)
                                        .orElseGet(() -> usual(event).code())
                                        .value());
            case "TAKE" ->
                event.standing().assignee().filter(by.posting()::equals).isPresent()
                        ? command
                        : command.with(POSTING, by.posting().value().toString());
            case "VERIFY" -> goingBack(event, command);
            case "ESCALATE" -> command.with(UNIT, office(event, above(event)).value());
            case "RETURN" -> command.with(UNIT, office(event, event.rank()).value());
            case "join" ->
                command.word("into")
                        .map(main -> command.with("case", numberOf(main)))
                        .orElse(command);
            default -> command;
        };
    }

    /** What is not fixed goes back to whoever handled it, as long as that one is still there. */
    private ActOnEvent goingBack(Event event, ActOnEvent command) {
        if (command.word("decision").filter("fixed"::equals).isPresent()) {
            return command;
        }
        return event.handling()
                .handlerPosting()
                .flatMap(postings::find)
                .filter(handler -> handler.unit().equals(event.standing().unit()))
                .map(handler -> command.with(POSTING, handler.posting().value().toString()))
                .orElse(command);
    }

    static Rank above(Event event) {
        return event.rank().next().orElseThrow(() -> Refusal.because(GridReason.AT_THE_TOP));
    }

    UnitCode office(Event event, Rank rank) {
        return categories
                .unitOf(event.cell(), rank.office())
                .or(() -> categories.unitOf(event.cell().upTo(DivisionCode.Level.DISTRICT), Unit.Kind.DISTRICT))
                .map(Unit::code)
                .orElseThrow(() -> Refusal.because(GridReason.AT_THE_TOP));
    }

    /** Whoever is handed an event by name takes it for the own unit. */
    private Optional<UnitCode> unitOfNamed(ActOnEvent command) {
        try {
            return command.word(POSTING)
                    .map(posting -> new PostingId(UUID.fromString(posting)))
                    .flatMap(postings::find)
                    .map(Acting::unit);
        } catch (IllegalArgumentException malformed) {
            throw Refusal.ofField(POSTING, GridReason.UNKNOWN_POSTING);
        }
    }

    private Unit usual(Event event) {
        return categories
                .find(event.category())
                .flatMap(category -> categories.usualUnit(category, event.cell()))
                .orElseThrow(() -> Refusal.ofField(UNIT, GridReason.UNIT_MISSING));
    }

    private String numberOf(String main) {
        try {
            return rows.find(UUID.fromString(main))
                    .map(Event::number)
                    .orElseThrow(() -> Refusal.ofField("into", GridReason.UNKNOWN_EVENT));
        } catch (IllegalArgumentException number) {
            return main;
        }
    }
}
