package org.linli.casework.procedure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.casework.CaseTerms;
import org.linli.casework.Term;
import org.linli.shared.Names;

/**
 * Procedure (流程): the states a case can be in, the actions between them, who may take them, and the clocks. One
 * published version of it; a case pins the version it was opened under.
 *
 * @param openers roles whose postings may open a case of it
 * @param terms what holds when the case brings no terms of its own
 * @param extension by how much the terms may be extended, once; none means not at all
 */
public record Procedure(
        String key,
        int version,
        Names names,
        Set<String> openers,
        String initial,
        List<State> states,
        List<Action> actions,
        CaseTerms terms,
        Optional<Term> extension,
        Extended extended,
        List<Reminder> reminders,
        List<Section> sections,
        Rating rating) {

    /**
     * A state of a case.
     *
     * @param pauseReasons the legal grounds on which the clock may pause in it: one holds by itself, of several the
     *     action that leads here names one as {@code input.reason}
     * @param timeout what the house does by itself when nobody has moved the case on in time
     * @param primary the usual next actions, the likeliest first; of these a screen offers the first that is open to its
     *     reader before all others
     */
    public record State(
            String code,
            Names names,
            Kind kind,
            Turn turn,
            Clock clock,
            Set<PauseReason> pauseReasons,
            Optional<Timeout> timeout,
            List<String> primary) {

        public boolean ends() {
            return kind == Kind.END;
        }
    }

    /**
     * An action that {@code system} takes once a case has stayed in a state for a term, and nobody takes sooner.
     *
     * @param sinceReceipt counted from when the applicant last handed something in, through all states that count so; the
     *     clock the action starts then counts from there too
     */
    public record Timeout(Term after, boolean sinceReceipt, String action) {}

    /** What happens when a case's terms are extended, beside their growing: the applicant is told why. */
    public record Extended(List<String> does, Map<String, String> options) {

        static final Extended NOTHING = new Extended(List.of(), Map.of());
    }

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
        PARTY_AGREED,
        OTHER_BODY
    }

    /**
     * An action. Without a target the state stays; with rules the first whose condition holds decides, and a rule
     * without a condition always holds.
     *
     * @param once whether a case lets it happen one time only
     * @param within how long after the applicant last handed something in it may be taken
     * @param does codes of the effects that run with it, in this order
     * @param options plain words for the effects, such as which paper to print
     */
    public record Action(
            String code,
            Names names,
            Set<String> from,
            List<Rule> to,
            Who who,
            Set<Need> needs,
            boolean once,
            Optional<Term> within,
            List<String> does,
            Map<String, String> options) {

        /** The state this action leads to with these facts and this input; none when the case stays where it is. */
        public Optional<String> target(Map<String, Object> facts, Map<String, Object> input) {
            return to.stream()
                    .filter(rule ->
                            rule.when().map(when -> when.holds(facts, input)).orElse(true))
                    .map(Rule::to)
                    .findFirst();
        }
    }

    /** Where an action leads, and when: {@code input.decision == 'grant'}. */
    public record Rule(Optional<Condition> when, String to) {}

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

    /**
     * A rung of the reminder ladder.
     *
     * @param tell roles, or {@link #ASSIGNEE} and {@link #UNIT}
     * @param red whether it is also sent outside office hours
     */
    public record Reminder(String code, When at, Set<String> tell, boolean red) {

        /** Told: whoever holds the case. */
        public static final String ASSIGNEE = "assignee";

        /** Told: everybody at the unit whose turn it is. */
        public static final String UNIT = "unit";
    }

    /** When a rung is due, seen from the end of the promised term. */
    public sealed interface When {

        /** Once this share of the term is used up; 100 is its end. */
        record Share(int percent) implements When {}

        /** So long before the term ends. */
        record Before(Term term) implements When {}

        /** So long after the term has ended. */
        record After(Term term) implements When {}
    }

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

    /** States in which the case waits for the applicant; coming out of one, something was handed in. */
    public Set<String> awaitingApplicant() {
        return states.stream()
                .filter(state -> state.kind() == Kind.WAIT_APPLICANT)
                .map(State::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Actions that lead to a state, which enter it anew even from itself. */
    public Set<String> movesOf(String state) {
        return actions.stream()
                .filter(action ->
                        action.to().stream().anyMatch(rule -> rule.to().equals(state)))
                .map(Action::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean hasState(String code) {
        return states.stream().anyMatch(state -> state.code().equals(code));
    }

    public Optional<Action> action(String code) {
        return actions.stream().filter(action -> action.code().equals(code)).findFirst();
    }
}
