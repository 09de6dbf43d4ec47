package org.linli.casework.procedure;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.casework.Term;
import org.linli.casework.procedure.Procedure.Clock;
import org.linli.casework.procedure.Procedure.Kind;
import org.linli.casework.procedure.Procedure.Need;
import org.linli.casework.procedure.Procedure.PauseReason;
import org.linli.casework.procedure.Procedure.Reminder;
import org.linli.casework.procedure.Procedure.Scope;
import org.linli.casework.procedure.Procedure.Turn;
import org.linli.casework.procedure.Procedure.When;
import org.linli.shared.Names;
import org.springframework.context.MessageSource;

/** A procedure as people read it: its diagram and, with the same facts, its tables. */
record ProcedureView(
        String key,
        int version,
        Names names,
        Set<String> openers,
        ProcedureDiagram diagram,
        List<StateView> states,
        List<ActionView> actions,
        @Nullable Term statutory,
        @Nullable Term promised,
        @Nullable Term extension,
        List<ReminderView> reminders,
        boolean rated,
        @Nullable String rectification) {

    /** One line of a list of procedures. */
    record Summary(String key, Names names, int version, int versions, int states, int actions, Instant publishedAt) {}

    /** A published version and what is known about its publication. */
    record Published(
            ProcedureView procedure,
            String source,
            String digest,
            String note,
            Instant publishedAt,
            String publishedBy,
            List<Version> versions) {}

    /** One entry of the history. */
    record Version(int version, String note, Instant publishedAt, String publishedBy) {}

    /** What reading a source came to. */
    record Check(@Nullable ProcedureView procedure, List<Fault> faults) {}

    /** A fault in the language of the request. */
    record Fault(int line, String kind, String message) {

        static Fault of(ProcedureFault fault, MessageSource messages, Locale locale) {
            return new Fault(fault.line(), fault.kind().name(), fault.text(messages, locale));
        }
    }

    record StateView(
            String code,
            Names names,
            Kind kind,
            Turn turn,
            Clock clock,
            Set<PauseReason> pauses,
            @Nullable Term timeoutAfter,
            boolean timeoutSinceReceipt,
            @Nullable String timeoutAction,
            List<String> primary) {}

    record ActionView(
            String code,
            Names names,
            Set<String> from,
            List<RuleView> to,
            Set<String> roles,
            Set<Scope> scopes,
            Set<Need> needs,
            boolean once,
            @Nullable Term within,
            List<String> does) {}

    record RuleView(@Nullable String when, String to) {}

    /** {@code percent}, {@code before} or {@code after}: one of them is there. */
    record ReminderView(
            String code,
            @Nullable Integer percent,
            @Nullable Term before,
            @Nullable Term after,
            Set<String> tell,
            boolean red) {

        static ReminderView of(Reminder reminder) {
            return switch (reminder.at()) {
                case When.Share(int percent) ->
                    new ReminderView(reminder.code(), percent, null, null, reminder.tell(), reminder.red());
                case When.Before(Term term) ->
                    new ReminderView(reminder.code(), null, term, null, reminder.tell(), reminder.red());
                case When.After(Term term) ->
                    new ReminderView(reminder.code(), null, null, term, reminder.tell(), reminder.red());
            };
        }
    }

    static ProcedureView of(Procedure procedure) {
        return new ProcedureView(
                procedure.key(),
                procedure.version(),
                procedure.names(),
                procedure.openers(),
                ProcedureDiagram.of(procedure),
                procedure.states().stream().map(ProcedureView::state).toList(),
                procedure.actions().stream().map(ProcedureView::action).toList(),
                procedure.terms().statutory().orElse(null),
                procedure.terms().promised().orElse(null),
                procedure.extension().orElse(null),
                procedure.reminders().stream().map(ReminderView::of).toList(),
                procedure.rating().allowed(),
                procedure.rating().rectification().orElse(null));
    }

    private static StateView state(Procedure.State state) {
        return new StateView(
                state.code(),
                state.names(),
                state.kind(),
                state.turn(),
                state.clock(),
                state.pauseReasons(),
                state.timeout().map(Procedure.Timeout::after).orElse(null),
                state.timeout().map(Procedure.Timeout::sinceReceipt).orElse(false),
                state.timeout().map(Procedure.Timeout::action).orElse(null),
                state.primary());
    }

    private static ActionView action(Procedure.Action action) {
        return new ActionView(
                action.code(),
                action.names(),
                action.from(),
                action.to().stream()
                        .map(rule ->
                                new RuleView(rule.when().map(Condition::text).orElse(null), rule.to()))
                        .toList(),
                action.who().roles(),
                action.who().scopes(),
                action.needs(),
                action.once(),
                action.within().orElse(null),
                action.does());
    }
}
