package org.linli.grid.visit;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.grid.GridReason;
import org.linli.grid.GridWords;
import org.linli.grid.catalogue.Level;
import org.linli.grid.catalogue.Template;
import org.linli.grid.catalogue.Template.Question;
import org.linli.grid.catalogue.Templates;
import org.linli.grid.event.Event.Source;
import org.linli.grid.event.Photo;
import org.linli.grid.event.ReportEvent;
import org.linli.grid.event.Reporting;
import org.linli.grid.visit.Visit.Result;
import org.linli.shared.DivisionCode;
import org.linli.shared.Ids;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records visits: the plan is settled, what was found becomes events, and what recurs is planned again. */
@Service
class Visiting {

    private final GridVisitRows rows;
    private final PlanRows plans;
    private final Templates templates;
    private final Reporting reporting;
    private final AuditTrail audit;
    private final Clock clock;

    Visiting(
            GridVisitRows rows,
            PlanRows plans,
            Templates templates,
            Reporting reporting,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.plans = plans;
        this.templates = templates;
        this.reporting = reporting;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return the visit; of a repeated request the one it made first */
    @Transactional
    UUID record(Acting by, MakeVisit command) {
        by.require(GridWords.DO_VISITS, command.cell());
        var earlier = rows.ofRequest(command.requestKey());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        if (rows.find(command.id()).isPresent()) {
            return rows.ofRequest(command.requestKey()).orElseThrow(() -> Refusal.because(GridReason.VISIT_KNOWN));
        }
        var plan = command.plan().map(id -> open(id, command));
        var template = templates.require(plan.map(Plan::template).orElse(command.template()));
        var target = plan.flatMap(Plan::targetId).or(() -> command.whom().map(MakeVisit.Whom::id));
        if (target.isEmpty() && plan.isEmpty() && command.place().isEmpty()) {
            throw Refusal.ofField("target", GridReason.TARGET_MISSING);
        }
        var checklist = new Checklist(template);
        var answers = command.result() == Result.DONE ? checklist.read(command.answers()) : Map.<String, String>of();
        var findings = checklist.findings(answers);
        var cell = plan.map(Plan::cell).orElse(command.cell());
        var events = report(by, command, cell, template, findings);
        rows.add(visit(by, command, template, cell, plan, answers, findings.size(), events), command.requestKey());
        plan.ifPresent(open -> settle(open, template, command));
        audit.note(
                by,
                GridWords.DO_VISITS,
                "grid.visit:" + command.id(),
                Map.of("template", template.code(), "result", command.result().name()));
        return command.id();
    }

    private Plan open(UUID id, MakeVisit command) {
        var plan = plans.hold(id).orElseThrow(() -> Refusal.ofField("plan", GridReason.UNKNOWN_PLAN));
        if (plan.state() != Plan.State.DUE) {
            throw Refusal.ofField("plan", GridReason.PLAN_SETTLED);
        }
        if (!command.cell().upTo(DivisionCode.Level.COMMUNITY).covers(plan.cell())) {
            throw Refusal.ofField("plan", GridReason.OUTSIDE_YOUR_AREA);
        }
        return plan;
    }

    private void settle(Plan plan, Template template, MakeVisit command) {
        if (command.result() == Result.NOBODY_THERE) {
            plans.tried(plan.id());
            return;
        }
        plans.settle(plan.id(), command.id(), clock.instant());
        template.everyDays().ifPresent(days -> plans.add(List.of(again(plan, days))));
    }

    /** The same again, counted from the day it was done. */
    private Plan again(Plan plan, int days) {
        return new Plan(
                Ids.next(),
                plan.round(),
                plan.template(),
                plan.cell(),
                plan.target(),
                plan.targetId(),
                plan.label(),
                LocalDate.now(clock).plusDays(days),
                Plan.State.DUE,
                0,
                Optional.empty(),
                Optional.empty());
    }

    /** The photos of the visit go with the first event; each event says what was found. */
    private List<UUID> report(
            Acting by, MakeVisit command, DivisionCode cell, Template template, List<Question> findings) {
        var events = new ArrayList<UUID>();
        for (var question : findings) {
            if (question.category() != null && by.may(GridWords.REPORT_EVENTS)) {
                var photos = events.isEmpty() ? command.photos() : List.<UUID>of();
                events.add(reporting.report(by, event(command, cell, template, question, photos)));
            }
        }
        return events;
    }

    /** Its identifier follows from the visit's, so that a visit that is sent twice reports once. */
    private static ReportEvent event(
            MakeVisit command, DivisionCode cell, Template template, Question question, List<UUID> photos) {
        var origin = command.fromPhone() ? Photo.Origin.PHONE : Photo.Origin.DESK;
        return new ReportEvent(
                UUID.nameUUIDFromBytes((command.id() + ":" + question.code()).getBytes(StandardCharsets.UTF_8)),
                command.requestKey() + ":" + question.code(),
                Source.VISIT,
                Optional.ofNullable(question.category()).orElseThrow(),
                Level.GENERAL,
                words(template, question, command.note()),
                command.place(),
                command.at(),
                Optional.empty(),
                Optional.of(cell),
                command.occurredAt(),
                Optional.of(command.id()),
                Optional.empty(),
                photos.stream()
                        .map(photo -> new Photo(photo, Photo.Stage.BEFORE, origin))
                        .toList(),
                Optional.empty());
    }

    private static String words(Template template, Question question, String seen) {
        var found = template.names().in(Locale.SIMPLIFIED_CHINESE) + "发现："
                + question.names().in(Locale.SIMPLIFIED_CHINESE);
        return seen.isBlank() ? found : found + "。" + seen;
    }

    private Visit visit(
            Acting by,
            MakeVisit command,
            Template template,
            DivisionCode cell,
            Optional<Plan> plan,
            Map<String, String> answers,
            int findings,
            List<UUID> events) {
        return new Visit(
                command.id(),
                command.plan(),
                template.code(),
                cell,
                plan.map(Plan::target)
                        .or(() -> command.whom().map(MakeVisit.Whom::kind))
                        .orElse(Template.Target.CELL),
                plan.flatMap(Plan::targetId).or(() -> command.whom().map(MakeVisit.Whom::id)),
                command.result(),
                answers,
                command.note(),
                command.place(),
                findings,
                events,
                command.photos(),
                command.at(),
                by.account().value(),
                by.posting().value(),
                by.name(),
                clock.instant(),
                command.occurredAt());
    }
}
