package org.linli.casework.procedure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.linli.casework.CaseTerms;
import org.linli.shared.Names;

/**
 * Procedure (流程): the states a case can be in, the actions between them, who may take them, and the clocks. One
 * published version of it; a case pins the version it was opened under.
 */
public record Procedure(
        String key,
        int version,
        Names names,
        String initial,
        List<State> states,
        List<Action> actions,
        CaseTerms terms,
        List<Reminder> reminders,
        List<Section> sections,
        Rating rating) {

    /** A state of a case. {@code pauseReason} is the legal ground when the clock pauses in it. */
    public record State(
            String code, Names names, Kind kind, Turn turn, Clock clock, Optional<PauseReason> pauseReason) {}

    /** What sort of waiting a state is. */
    public enum Kind {
        WORK,
        WAIT_APPLICANT,
        WAIT_UNIT,
        WAIT_OTHER,
        END
    }

    /** Whose turn it is, as shown to residents and supervisors. */
    public enum Turn {
        WINDOW,
        APPLICANT,
        DEPARTMENT,
        COMMITTEE,
        UNIT,
        NOBODY
    }

    /** What the case's clock does in a state. */
    public enum Clock {
        RUN,
        PAUSE,
        STOP
    }

    /** Legal grounds on which time is not counted (Administrative Licensing Law art. 45, or the programme's own rules). */
    public enum PauseReason {
        SUPPLEMENT,
        HEARING,
        TENDER,
        AUCTION,
        INSPECTION,
        TESTING,
        QUARANTINE,
        APPRAISAL,
        EXPERT_REVIEW,
        PUBLIC_NOTICE,
        MEANS_TEST,
        HOME_VISIT,
        PARTY_AGREED
    }

    /**
     * An action. Without a target the state stays; with rules the first whose condition holds decides, and a rule
     * without a condition always holds.
     */
    public record Action(
            String code,
            Names names,
            Set<String> from,
            List<Rule> to,
            Who who,
            Set<Need> needs,
            List<String> does,
            Map<String, String> options) {}

    /** Where an action leads. {@code when} compares one fact or input with a value, such as {@code input.decision == grant}. */
    public record Rule(Optional<String> when, String to) {}

    /** Who may take an action: a posting with one of the roles, standing in the scope towards the case. */
    public record Who(Set<String> roles, Set<Scope> scopes) {}

    /** How a posting must stand towards a case. All named scopes must hold. */
    public enum Scope {
        /** Holds the case. */
        ASSIGNEE,
        /** At the unit whose turn it is. */
        UNIT,
        /** At the station where it was accepted. */
        STATION,
        /** In a posting whose area covers the case. */
        AREA,
        /** The case lies with the unit that sent the seconded officer. */
        HOME_UNIT,
        /** Not one of those who handled it in the field. */
        NOT_THE_HANDLER
    }

    /** What an action must bring along. */
    public enum Need {
        NOTE,
        PHOTO,
        MATERIAL,
        DECISION,
        POSITION,
        SECOND_PERSON
    }

    /** A rung of the reminder ladder: after a share of the term, or a time before (negative: after) its end. */
    public record Reminder(
            String code,
            Optional<Integer> percentOfTerm,
            Optional<Duration> beforeDue,
            Set<String> tell,
            boolean red) {}

    /** A part of a joint case that only some units read; empty roles mean everybody who may see the case. */
    public record Section(String code, Names names, Set<String> roles, boolean ownUnitOnly) {}

    /** Whether and for how long after its end a case may be rated, and which procedure a bad rating opens. */
    public record Rating(boolean allowed, Duration window, Optional<String> rectification) {}

    public State state(String code) {
        return states.stream()
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(key + " has no state " + code));
    }

    public Optional<Action> action(String code) {
        return actions.stream().filter(action -> action.code().equals(code)).findFirst();
    }
}
