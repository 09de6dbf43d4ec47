package org.linli.casework.running;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.area.UnitCode;
import org.linli.casework.ActOnCase;
import org.linli.casework.CaseworkReason;
import org.linli.casework.Term;
import org.linli.casework.clock.ClockState;
import org.linli.casework.clock.Terms;
import org.linli.casework.clock.WorkingCalendars;
import org.linli.casework.procedure.Procedure;
import org.linli.casework.procedure.Procedure.Clock;
import org.linli.casework.procedure.Procedure.PauseReason;
import org.linli.casework.procedure.Procedure.State;
import org.linli.casework.procedure.Procedure.Timeout;
import org.linli.shared.Refusal;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * The next standing of a case while an action works it out. Nothing here touches the database; what an action writes
 * beside the case itself is handed to {@link #then} and runs in the same transaction, after the case was moved.
 */
final class Draft {

    /** Inputs that are kept on the timeline; whatever else an action brings is only for its effects. */
    private static final Set<String> KEPT = Set.of(
            "decision",
            "reason",
            "files",
            "materials",
            "position",
            "secondPerson",
            "unit",
            "units",
            "posting",
            "join",
            "state",
            "until",
            "amount",
            "colour",
            "role",
            "case",
            "order",
            "part",
            "items",
            "agreed",
            "answerBy",
            "title");

    final CaseFile file;
    final Procedure procedure;
    final Acting by;
    final ActOnCase command;
    final Instant now;
    private final WorkingCalendars calendars;

    private String state;
    private UnitCode unit;
    private @Nullable UUID assignee;
    private @Nullable Hold hold;
    private CaseClocks clocks;
    private boolean entered;
    private boolean handled;
    private final Map<String, Object> kept = new TreeMap<>();
    private final List<Consumer<CaseFile>> then = new ArrayList<>();
    private final List<String> effects = new ArrayList<>();
    private final Map<String, String> effectOptions = new HashMap<>();
    private @Nullable PauseReason pauseBegun;
    private boolean pauseEnded;
    private @Nullable Instant countedFrom;
    private @Nullable Instant timeoutMoved;
    private boolean remindsAnew;

    Draft(CaseFile file, Procedure procedure, Acting by, ActOnCase command, Instant now, WorkingCalendars calendars) {
        this.file = file;
        this.procedure = procedure;
        this.by = by;
        this.command = command;
        this.now = now.truncatedTo(ChronoUnit.MICROS);
        this.calendars = calendars;
        this.state = file.now().state();
        this.unit = file.now().unit();
        this.assignee = file.now().assignee();
        this.hold = file.now().hold();
        this.clocks = file.now().clocks();
        command.input().forEach((name, value) -> {
            if (KEPT.contains(name)) {
                kept.put(name, value);
            }
        });
    }

    Terms terms() {
        return calendars.terms();
    }

    State from() {
        return procedure.state(file.now().state());
    }

    String state() {
        return state;
    }

    UnitCode unit() {
        return unit;
    }

    @Nullable
    UUID assignee() {
        return assignee;
    }

    @Nullable
    Hold hold() {
        return hold;
    }

    CaseClocks clocks() {
        return clocks;
    }

    Map<String, Object> kept() {
        return kept;
    }

    /** The pause of the clocks that began with this entry. */
    @Nullable
    PauseReason pauseBegun() {
        return pauseBegun;
    }

    boolean pauseEnded() {
        return pauseEnded;
    }

    boolean entersState() {
        return entered;
    }

    boolean clocksChanged() {
        return timeoutMoved != null || !clocks.equals(file.now().clocks());
    }

    /** Enters a state and lets the clocks do what it says. */
    Draft moveTo(String target) {
        var next = procedure.state(target);
        state = target;
        entered = true;
        switch (next.clock()) {
            case RUN -> run();
            case PAUSE -> pause(groundOf(next));
            case STOP -> stop();
        }
        return this;
    }

    /** Enters a state it was in before; of several grounds for a pause the last one holds again. */
    Draft moveBackTo(String target, Optional<PauseReason> lastGround) {
        var next = procedure.state(target);
        var ground = lastGround.filter(next.pauseReasons()::contains);
        if (next.clock() != Clock.PAUSE || ground.isEmpty()) {
            return moveTo(target);
        }
        state = target;
        entered = true;
        pause(ground.get());
        return this;
    }

    /** Lets the clocks do again what the state says. */
    void goOn() {
        if (procedure.state(state).clock() == Clock.RUN) {
            run();
        }
    }

    Draft giveTo(UnitCode to, @Nullable UUID posting) {
        unit = to;
        assignee = posting;
        return this;
    }

    Draft hold(@Nullable Hold why) {
        hold = why;
        return this;
    }

    /** Makes the actor one of those who cannot verify the case. */
    Draft handled() {
        handled = !by.isSystem();
        return this;
    }

    Draft keep(String name, Object value) {
        kept.put(name, value);
        return this;
    }

    Draft then(Consumer<CaseFile> write) {
        then.add(write);
        return this;
    }

    /** Effects that run after the case was moved, with the words they are given. */
    Draft does(List<String> codes, Map<String, String> options) {
        effects.addAll(codes);
        effectOptions.putAll(options);
        return this;
    }

    List<String> effects() {
        return effects;
    }

    Map<String, String> effectOptions() {
        return effectOptions;
    }

    /** A clock that starts with this entry counts from an earlier moment. */
    Draft countFrom(Instant moment) {
        countedFrom = moment;
        return this;
    }

    /** The clocks counted anew because the calendar is another. */
    Draft recounted(CaseClocks anew, Instant timeout) {
        clocks = anew;
        timeoutMoved = timeout;
        remindsAnew = true;
        return this;
    }

    /** Whether reminders that were sent count as not sent where their moment lies ahead now. */
    boolean remindsAnew() {
        return remindsAnew;
    }

    List<Consumer<CaseFile>> afterwards() {
        return then;
    }

    void pause(PauseReason reason) {
        if (clocks.isRunning()) {
            clocks = clocks.paused(calendars.terms(), now, reason);
            pauseBegun = reason;
        }
    }

    void run() {
        if (clocks.isPaused()) {
            clocks = clocks.resumed(calendars.terms(), now);
            pauseEnded = true;
        } else if (!clocks.isStarted()) {
            clocks = CaseClocks.started(calendars.terms(), file.terms(), countedFrom == null ? now : countedFrom);
        }
    }

    void extend(Term by) {
        clocks = clocks.extended(calendars.terms(), by);
        remindsAnew = true;
    }

    private void stop() {
        pauseEnded = clocks.isPaused();
        clocks = clocks.stopped(calendars.terms(), now);
    }

    private PauseReason groundOf(State next) {
        if (next.pauseReasons().size() == 1) {
            return next.pauseReasons().iterator().next();
        }
        return next.pauseReasons().stream()
                .filter(reason -> reason.name().equals(command.input().get("reason")))
                .findFirst()
                .orElseThrow(() -> Refusal.ofField(
                        "reason",
                        CaseworkReason.INPUT_NEEDED,
                        new DefaultMessageSourceResolvable("casework.input.reason")));
    }

    Set<UUID> handlers() {
        if (!handled || file.now().handlers().contains(by.account().value())) {
            return file.now().handlers();
        }
        var all = new HashSet<>(file.now().handlers());
        all.add(by.account().value());
        return all;
    }

    Instant due() {
        return clocks.leading()
                .filter(ClockState::isRunning)
                .map(clock -> clocksChanged()
                        ? calendars.terms().due(clock).at()
                        : file.now().due())
                .orElse(Moments.NEVER);
    }

    /** When the house takes the state's time-out action; a term counted since receipt goes on through its states. */
    Instant timeoutAt() {
        var before = file.now().timeoutAt();
        var timeout = procedure.state(state).timeout();
        if (timeout.isEmpty()) {
            return Moments.NEVER;
        }
        if (timeoutMoved != null) {
            return timeoutMoved;
        }
        var goesOn = timeout.get().sinceReceipt()
                && !before.equals(Moments.NEVER)
                && from().timeout().filter(Timeout::sinceReceipt).isPresent();
        return entered && !goesOn
                ? calendars.terms().deadline(now, timeout.get().after()).at()
                : before;
    }

    boolean ends() {
        return procedure.state(state).ends();
    }
}
