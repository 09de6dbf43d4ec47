package org.linli.casework.running;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.linli.area.UnitCode;
import org.linli.casework.CaseEffect;
import org.linli.casework.CaseEvent.CaseEnded;
import org.linli.casework.CaseEvent.CaseMoved;
import org.linli.casework.CaseEvent.CaseOpened;
import org.linli.casework.CaseReceipt;
import org.linli.casework.CaseworkReason;
import org.linli.casework.clock.WorkingCalendars;
import org.linli.shared.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Turns a draft into a timeline entry and the case's next standing, stores both, runs the effects, and tells the house. */
@Component
class TimelineWriter {

    private final CaseMoveRows rows;
    private final ReminderRows reminders;
    private final Sealing sealing;
    private final WorkingCalendars calendars;
    private final ObjectProvider<CaseEffect> effects;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;

    private volatile Map<String, CaseEffect> effectsByCode = Map.of();

    TimelineWriter(
            CaseMoveRows rows,
            ReminderRows reminders,
            Sealing sealing,
            WorkingCalendars calendars,
            ObjectProvider<CaseEffect> effects,
            ApplicationEventPublisher events,
            JsonMapper json) {
        this.rows = rows;
        this.reminders = reminders;
        this.sealing = sealing;
        this.calendars = calendars;
        this.effects = effects;
        this.events = events;
        this.json = json;
    }

    WorkingCalendars calendars() {
        return calendars;
    }

    /** Empty when a case was opened under the same request key before. */
    Optional<CaseReceipt> open(Draft draft) {
        var entry = entry(draft);
        var plan = plan(draft);
        var next = next(draft, entry, plan);
        if (!rows.open(next, entry, plan, sealing.opening(next, entry.at()))) {
            return Optional.empty();
        }
        recordPauses(draft, next);
        events.publishEvent(new CaseOpened(next.id(), next.number(), next.procedure(), next.subject(), entry.at()));
        return Optional.of(receipt(next, entry));
    }

    /** A case as it stands now, and what its actor is told. */
    record Written(CaseFile file, CaseReceipt receipt) {}

    /** Empty when the case has moved on since it was read. */
    Optional<Written> write(Draft draft) {
        var entry = entry(draft);
        var plan = plan(draft);
        var next = next(draft, entry, plan);
        if (!rows.move(next, entry, plan, draft.clocksChanged())) {
            return Optional.empty();
        }
        recordPauses(draft, next);
        var outdated = new HashSet<>(draft.file.now().rungs());
        outdated.removeAll(next.now().rungs());
        if (!outdated.isEmpty()) {
            reminders.outdate(next.id(), outdated, draft.now);
        }
        draft.afterwards().forEach(write -> write.accept(next));
        var receipt = receipt(next, entry);
        run(draft, receipt, plan);
        publish(next, entry);
        return Optional.of(new Written(next, receipt));
    }

    private void run(Draft draft, CaseReceipt receipt, Plan plan) {
        if (draft.effects().isEmpty()) {
            return;
        }
        var happening = new CaseEffect.Happening(
                draft.file.snapshot(),
                receipt,
                draft.by,
                draft.command.action(),
                draft.command.note(),
                draft.command.input(),
                Map.copyOf(draft.effectOptions()),
                Moments.ofDue(plan.timeoutAt()),
                draft.now);
        draft.effects().forEach(code -> effect(code).run(happening));
    }

    /** Effects are looked up late: applications that offer them hold the face of casework themselves. */
    private CaseEffect effect(String code) {
        if (effectsByCode.isEmpty()) {
            effectsByCode = effects.stream().collect(Collectors.toMap(CaseEffect::code, Function.identity()));
        }
        var effect = effectsByCode.get(code);
        if (effect == null) {
            throw Refusal.because(CaseworkReason.EFFECT_MISSING, code);
        }
        return effect;
    }

    private void publish(CaseFile next, TimelineEntry entry) {
        events.publishEvent(new CaseMoved(
                next.id(),
                next.procedure(),
                next.subject(),
                entry.action(),
                entry.from(),
                entry.to(),
                entry.seq(),
                entry.at()));
        if (next.ended() && !entry.from().equals(entry.to())) {
            events.publishEvent(new CaseEnded(next.id(), next.procedure(), next.subject(), entry.to(), entry.at()));
        }
    }

    private void recordPauses(Draft draft, CaseFile next) {
        if (draft.pauseEnded()) {
            rows.endPause(next, draft.now);
        }
        if (draft.pauseBegun() != null) {
            rows.beginPause(next, draft.pauseBegun(), draft.now);
        }
    }

    private TimelineEntry entry(Draft draft) {
        var by = draft.by;
        var hollow = new TimelineEntry(
                draft.file.id(),
                draft.file.now().revision() + 1,
                draft.now,
                by.posting().value(),
                by.account().value(),
                by.name(),
                by.role(),
                by.unit().value(),
                by.homeUnit().map(UnitCode::value).orElse(null),
                sealing.actingFor(draft.command.input().get("actingFor")),
                draft.command.action(),
                draft.file.now().state(),
                draft.state(),
                draft.unit().value(),
                draft.assignee(),
                draft.hold(),
                sealing.note(draft.command.note()),
                draft.kept().isEmpty() ? "{}" : json.writeValueAsString(draft.kept()),
                draft.due(),
                draft.command.requestKey(),
                new byte[0]);
        return hollow.closed(sealing.hash(hollow, draft.file.now().hash()));
    }

    /** The rungs that stay sent: all of them, unless the end of the term was moved. */
    private Set<String> rungs(Draft draft) {
        var sent = draft.file.now().rungs();
        var clock = draft.clocks().leading();
        if (!draft.remindsAnew() || clock.isEmpty()) {
            return sent;
        }
        var ahead = calendars.reminders().planned(clock.get(), draft.procedure.reminders()).stream()
                .filter(planned -> planned.at().isAfter(draft.now))
                .map(planned -> planned.reminder().code())
                .collect(Collectors.toSet());
        return sent.stream().filter(rung -> !ahead.contains(rung)).collect(Collectors.toUnmodifiableSet());
    }

    private CaseFile next(Draft draft, TimelineEntry entry, Plan plan) {
        var before = draft.file.now();
        return draft.file.standing(new CaseFile.Standing(
                draft.state(),
                draft.unit(),
                draft.assignee(),
                draft.hold(),
                draft.clocks(),
                entry.due(),
                plan.timeoutAt(),
                rungs(draft),
                draft.handlers(),
                entry.seq(),
                entry.hash(),
                draft.by.account().value(),
                before.seen(),
                draft.ends() ? (before.endedAt() == null ? entry.at() : before.endedAt()) : null));
    }

    private Plan plan(Draft draft) {
        var procedure = draft.procedure;
        var timeoutAt = draft.timeoutAt();
        if (!draft.clocksChanged()) {
            return new Plan(Moments.NEVER, Moments.NEVER, timeoutAt);
        }
        return new Plan(
                Plan.yellowAt(calendars, draft.clocks(), draft.now),
                Plan.nextReminder(calendars, draft.clocks(), procedure.reminders(), rungs(draft)),
                timeoutAt);
    }

    private static CaseReceipt receipt(CaseFile file, TimelineEntry entry) {
        return new CaseReceipt(
                file.id(), file.number(), entry.seq(), entry.seq(), entry.to(), entry.at(), Moments.ofDue(entry.due()));
    }
}
