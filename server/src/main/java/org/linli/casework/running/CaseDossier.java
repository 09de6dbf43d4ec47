package org.linli.casework.running;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.area.Areas;
import org.linli.area.Unit;
import org.linli.area.UnitCode;
import org.linli.casework.ActOnCase;
import org.linli.casework.CaseId;
import org.linli.casework.CaseReceipt;
import org.linli.casework.Cases;
import org.linli.casework.CaseworkReason;
import org.linli.casework.clock.ClockState;
import org.linli.casework.clock.WorkingCalendars;
import org.linli.casework.procedure.Procedure;
import org.linli.casework.procedure.Procedures;
import org.linli.casework.running.CaseView.CaseClockView;
import org.linli.casework.running.CaseView.CaseEntryView;
import org.linli.casework.running.CaseView.CaseSectionView;
import org.linli.casework.running.CaseView.RelatedCaseView;
import org.linli.shared.Names;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Opens a case for somebody to look at: audited, and noted on the case so that what was seen stays. */
@Service
class CaseDossier {

    private static final TypeReference<Map<String, Object>> INPUT = new TypeReference<>() {};

    private final CaseRows rows;
    private final TimelineRows timeline;
    private final DossierQueries queries;
    private final Procedures procedures;
    private final Offers offers;
    private final Sealing sealing;
    private final WorkingCalendars calendars;
    private final Areas areas;
    private final AuditTrail audit;
    private final Cases cases;
    private final Clock clock;
    private final JsonMapper json;

    CaseDossier(
            CaseRows rows,
            TimelineRows timeline,
            DossierQueries queries,
            Procedures procedures,
            Offers offers,
            Sealing sealing,
            WorkingCalendars calendars,
            Areas areas,
            AuditTrail audit,
            Cases cases,
            Clock clock,
            JsonMapper json) {
        this.rows = rows;
        this.timeline = timeline;
        this.queries = queries;
        this.procedures = procedures;
        this.offers = offers;
        this.sealing = sealing;
        this.calendars = calendars;
        this.areas = areas;
        this.audit = audit;
        this.cases = cases;
        this.clock = clock;
        this.json = json;
    }

    @Transactional
    CaseView read(Acting reader, CaseId id) {
        reader.require(CaseworkWords.READ);
        var file = rows.find(id)
                .filter(found -> isVisible(reader, found))
                .orElseThrow(() -> Refusal.because(CaseworkReason.NO_SUCH_CASE));
        audit.note(reader, CaseworkWords.READ, object(id), Map.of());
        queries.seen(file, reader);
        return view(reader, file);
    }

    @Transactional
    CaseReceipt act(Acting by, ActOnCase command) {
        rows.find(command.id())
                .filter(found -> isVisible(by, found))
                .orElseThrow(() -> Refusal.because(CaseworkReason.NO_SUCH_CASE));
        var receipt = cases.act(by, command);
        audit.note(by, CaseworkWords.ACT, object(command.id()), Map.of("action", command.action()));
        return receipt;
    }

    /** Lies in the reader's area, or with or from the reader's own unit. */
    static boolean isVisible(Acting reader, CaseFile file) {
        return reader.isSystem() || reader.area().covers(file.area()) || Standings.concerned(reader, file);
    }

    private static String object(CaseId id) {
        return "casework.case:" + id.value();
    }

    private CaseView view(Acting reader, CaseFile file) {
        var procedure = procedures.version(file.procedure(), file.version()).orElseThrow();
        var entries = timeline.of(file.id());
        var now = file.now();
        var state = procedure.state(now.state());
        return new CaseView(
                file.id().value(),
                file.number(),
                file.title(),
                file.procedure(),
                file.version(),
                procedure.names(),
                file.subject().kind(),
                file.subject().id(),
                file.area().value(),
                areas.division(file.area())
                        .map(Areas.Division::names)
                        .orElse(plain(file.area().value())),
                now.state(),
                state.names(),
                state.turn().name(),
                now.unit().value(),
                unitNames(now.unit().value()),
                now.assignee() != null,
                file.heldBy(reader.posting()),
                holder(entries, file),
                now.hold() == null ? null : now.hold().name(),
                now.hold() == null ? null : offers.words(now.hold().key()),
                now.revision(),
                file.openedAt(),
                now.endedAt(),
                clocks(file.now().clocks()),
                queries.pauses(file.id()),
                entries.stream().map(entry -> entry(entry, procedure)).toList(),
                offers.of(reader, file, procedure, entries),
                sections(reader, procedure, file),
                queries.supplement(file.id()).orElse(null),
                queries.extension(file.id()).orElse(null),
                queries.related(file).stream().map(this::related).toList(),
                queries.orders(file.id()),
                file.facts());
    }

    /** The name the holder had on the timeline; somebody it was handed to shows with the first act. */
    private static @org.jspecify.annotations.Nullable String holder(List<TimelineEntry> entries, CaseFile file) {
        return entries.reversed().stream()
                .filter(entry -> entry.posting().equals(file.now().assignee()))
                .map(TimelineEntry::actor)
                .findFirst()
                .orElse(null);
    }

    private List<CaseClockView> clocks(CaseClocks clocks) {
        var views = new ArrayList<CaseClockView>();
        clocks.promised().ifPresent(state -> views.add(clock("PROMISED", state)));
        clocks.statutory().ifPresent(state -> views.add(clock("STATUTORY", state)));
        return views;
    }

    private CaseClockView clock(String kind, ClockState state) {
        var terms = calendars.terms();
        var now = clock.instant();
        var due = terms.due(state);
        return new CaseClockView(
                kind,
                state.term().amount(),
                state.term().unit().name(),
                terms.left(state, now),
                terms.colour(state, now).name(),
                state.startedAt(),
                due.at(),
                due.assumedFrom().map(java.time.Year::getValue).orElse(null),
                state.pausedAt().orElse(null),
                state.reason().map(Enum::name).orElse(null),
                state.stoppedAt().orElse(null));
    }

    private CaseEntryView entry(TimelineEntry entry, Procedure procedure) {
        var input = json.readValue(entry.input(), INPUT);
        var files = input.get("files") instanceof List<?> many
                ? many.stream().map(String::valueOf).toList()
                : List.<String>of();
        return new CaseEntryView(
                entry.seq(),
                entry.at(),
                entry.actor(),
                entry.role(),
                unitNames(entry.actorUnit()),
                Optional.ofNullable(entry.homeUnit()).map(this::unitNames).orElse(null),
                sealing.openActingFor(entry.actingFor()),
                entry.action(),
                offers.nameOf(entry.action(), procedure),
                entry.seq() == 1 || !entry.from().equals(entry.to())
                        ? procedure.state(entry.to()).names()
                        : null,
                sealing.openNote(entry.note()),
                Optional.ofNullable(input.get("decision")).map(Object::toString).orElse(null),
                Optional.ofNullable(input.get("reason")).map(Object::toString).orElse(null),
                moment(input, "dueBefore"),
                moment(input, "dueAfter"),
                files);
    }

    private static @org.jspecify.annotations.Nullable Instant moment(Map<String, Object> input, String name) {
        return Optional.ofNullable(input.get(name))
                .map(text -> Instant.parse(text.toString()))
                .orElse(null);
    }

    private static List<CaseSectionView> sections(Acting reader, Procedure procedure, CaseFile file) {
        return procedure.sections().stream()
                .filter(section -> section.roles().isEmpty() || section.roles().contains(reader.role()))
                .filter(section -> !section.ownUnitOnly() || Standings.atUnit(reader, file))
                .map(section -> new CaseSectionView(section.code(), section.names()))
                .toList();
    }

    private RelatedCaseView related(DossierQueries.Related other) {
        var state = procedures
                .version(other.procedure(), other.version())
                .map(procedure -> procedure.state(other.state()).names())
                .orElse(plain(other.state()));
        return new RelatedCaseView(
                other.id(),
                other.number(),
                other.title(),
                other.relation(),
                other.part(),
                state,
                unitNames(other.unit()),
                other.ended());
    }

    private Names unitNames(String code) {
        return areas.unit(UnitCode.of(code)).map(Unit::names).orElse(plain(code));
    }

    private static Names plain(String text) {
        return Names.of(text, text);
    }
}
