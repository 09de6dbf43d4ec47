package org.linli.casework.procedure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.access.Acting;
import org.linli.casework.Term;
import org.linli.casework.procedure.Procedure.Action;
import org.linli.casework.procedure.Procedure.Clock;
import org.linli.casework.procedure.Procedure.Rule;
import org.linli.casework.procedure.Procedure.State;
import org.linli.casework.procedure.Procedure.When;
import org.linli.casework.procedure.ProcedureFault.Kind;

/** Checks what shows only when a procedure is seen as a whole: can every state be reached, left and ended, and by whom. */
final class ProcedureCheck {

    private final Procedure procedure;
    private final ProcedureLines lines;
    private final Faults faults;

    ProcedureCheck(Procedure procedure, ProcedureLines lines, Faults faults) {
        this.procedure = procedure;
        this.lines = lines;
        this.faults = faults;
    }

    void run() {
        if (procedure.openers().isEmpty()) {
            faults.add(lines.of("opens"), Kind.NOBODY_OPENS);
        }
        start();
        procedure.actions().forEach(this::action);
        procedure.states().forEach(this::state);
        limits();
    }

    private void start() {
        var initial = procedure.initial();
        if (!initial.isEmpty() && !procedure.hasState(initial)) {
            faults.add(lines.of("initial"), Kind.UNKNOWN_STATE, initial, "initial");
        } else if (procedure.hasState(initial) && procedure.state(initial).ends()) {
            faults.add(lines.of("initial"), Kind.START_IS_END, initial);
        }
        if (!procedure.states().isEmpty() && procedure.states().stream().noneMatch(State::ends)) {
            faults.add(lines.of("states"), Kind.NO_END);
        }
    }

    private void action(Action action) {
        var code = action.code();
        var line = lines.of("action:" + code);
        action.from().stream()
                .filter(from -> !procedure.hasState(from))
                .forEach(from -> faults.add(lines.of("from:" + code + ":" + from), Kind.UNKNOWN_STATE, from, code));
        if (action.from().isEmpty()) {
            faults.add(line, Kind.ACTION_FROM_NOWHERE, code);
        }
        if (action.who().roles().isEmpty()) {
            faults.add(lines.of("who:" + code) == 1 ? line : lines.of("who:" + code), Kind.NOBODY_MAY_TAKE, code);
        }
        rules(action);
    }

    private void rules(Action action) {
        var rules = action.to();
        for (var i = 0; i < rules.size(); i++) {
            var line = lines.of("rule:" + action.code() + ":" + i);
            var to = rules.get(i).to();
            if (!to.isEmpty() && !procedure.hasState(to)) {
                faults.add(line, Kind.UNKNOWN_STATE, to, action.code());
            }
            if (i < rules.size() - 1 && rules.get(i).when().isEmpty()) {
                faults.add(lines.of("rule:" + action.code() + ":" + (i + 1)), Kind.RULE_NEVER_REACHED, action.code());
            }
        }
        if (!rules.isEmpty() && rules.getLast().when().isPresent()) {
            faults.add(
                    lines.of("rule:" + action.code() + ":" + (rules.size() - 1)), Kind.MAY_FALL_THROUGH, action.code());
        }
    }

    private void state(State state) {
        var line = lines.of("state:" + state.code());
        clock(state, line);
        primary(state);
        if (procedure.hasState(procedure.initial())
                && !reachedFrom(procedure.initial()).contains(state.code())) {
            faults.add(line, Kind.UNREACHABLE_STATE, state.code());
        }
        if (state.ends()) {
            end(state);
        } else {
            wayOut(state, line);
        }
    }

    private void clock(State state, int line) {
        if (state.ends() && state.clock() != Clock.STOP) {
            faults.add(line, Kind.CLOCK_RUNS_IN_END, state.code());
        }
        if (state.clock() == Clock.PAUSE && state.pauseReasons().isEmpty()) {
            faults.add(line, Kind.PAUSE_WITHOUT_REASON, state.code());
        }
        if (state.clock() != Clock.PAUSE && !state.pauseReasons().isEmpty()) {
            faults.add(line, Kind.REASON_WITHOUT_PAUSE, state.code());
        }
    }

    /** What a screen offers first must start here and be open to people. */
    private void primary(State state) {
        for (var code : state.primary()) {
            var fits = procedure
                    .action(code)
                    .filter(action -> action.from().contains(state.code()))
                    .filter(action -> !action.who().roles().equals(Set.of(Acting.SYSTEM_ROLE)));
            if (fits.isEmpty()) {
                faults.add(lines.of("primary:" + state.code() + ":" + code), Kind.PRIMARY_ACTION, code, state.code());
            }
        }
    }

    private void end(State state) {
        actionsFrom(state.code())
                .forEach(action -> faults.add(
                        lines.of("from:" + action.code() + ":" + state.code()),
                        Kind.END_WITH_ACTIONS,
                        state.code(),
                        action.code()));
        if (state.timeout().isPresent()) {
            faults.add(
                    lines.of("timeout:" + state.code()),
                    Kind.END_WITH_ACTIONS,
                    state.code(),
                    state.timeout().get().action());
        }
    }

    private void wayOut(State state, int line) {
        var next = after(state.code());
        if (next.isEmpty()) {
            var waits = state.kind() != Procedure.Kind.WORK;
            faults.add(line, waits ? Kind.WAIT_WITHOUT_WAY_OUT : Kind.STATE_WITHOUT_WAY_OUT, state.code());
        } else if (reachedFrom(state.code()).stream().noneMatch(this::ends)) {
            faults.add(line, Kind.NEVER_ENDS, state.code());
        }
        var onlyTheApplicant = state.kind() == Procedure.Kind.WAIT_APPLICANT
                && state.timeout().isEmpty()
                && next.stream().noneMatch(this::ends);
        if (onlyTheApplicant && !next.isEmpty()) {
            faults.add(line, Kind.APPLICANT_MAY_NEVER_ANSWER, state.code());
        }
        state.timeout().ifPresent(timeout -> {
            var action = procedure.action(timeout.action());
            var fits = action.filter(known ->
                    known.from().contains(state.code()) && known.who().roles().contains(Acting.SYSTEM_ROLE));
            if (fits.isEmpty()) {
                faults.add(lines.of("timeout:" + state.code()), Kind.TIMEOUT_ACTION, timeout.action(), state.code());
            }
        });
    }

    private void limits() {
        var statutory = procedure.terms().statutory();
        var promised = procedure.terms().promised();
        if (statutory.isPresent() && promised.isPresent() && isLonger(promised.get(), statutory.get())) {
            faults.add(lines.of("promised"), Kind.PROMISE_LONGER_THAN_LAW);
        }
        var term = promised.or(() -> statutory);
        if (procedure.extension().isPresent()
                && term.map(Term::unit)
                        .filter(unit -> unit == procedure.extension().get().unit())
                        .isEmpty()) {
            faults.add(lines.of("extension"), Kind.EXTENSION_UNIT);
        }
        if (term.isPresent() && procedure.reminders().isEmpty()) {
            faults.add(lines.of("limits"), Kind.LIMIT_WITHOUT_REMINDER);
        }
        for (var reminder : procedure.reminders()) {
            var line = lines.of("reminder:" + reminder.code());
            if (reminder.tell().isEmpty()) {
                faults.add(line, Kind.REMINDER_TELLS_NOBODY, reminder.code());
            }
            if (reminder.at() instanceof When.Share(int percent) && percent > 100) {
                faults.add(line, Kind.REMINDER_AFTER_END, reminder.code(), percent);
            }
        }
    }

    private static boolean isLonger(Term one, Term other) {
        return one.unit() == other.unit() && one.amount() > other.amount();
    }

    private boolean ends(String code) {
        return procedure.hasState(code) && procedure.state(code).ends();
    }

    private List<Action> actionsFrom(String code) {
        return procedure.actions().stream()
                .filter(action -> action.from().contains(code))
                .toList();
    }

    /** The states one step on; a step that stays does not count. */
    private Set<String> after(String code) {
        return actionsFrom(code).stream()
                .flatMap(action -> action.to().stream())
                .map(Rule::to)
                .filter(to -> !to.equals(code))
                .collect(Collectors.toSet());
    }

    private Set<String> reachedFrom(String start) {
        var seen = new HashSet<>(Set.of(start));
        var front = Set.of(start);
        while (!front.isEmpty()) {
            front = front.stream()
                    .flatMap(code -> after(code).stream())
                    .filter(seen::add)
                    .collect(Collectors.toSet());
        }
        return seen;
    }
}
