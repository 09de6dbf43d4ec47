package org.linli.casework.running;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.linli.access.Acting;
import org.linli.casework.procedure.Condition;
import org.linli.casework.procedure.Procedure;
import org.linli.casework.procedure.Procedure.Action;
import org.linli.casework.procedure.Procedure.Need;
import org.linli.casework.procedure.Procedure.PauseReason;
import org.linli.casework.running.CaseView.CaseActionView;
import org.linli.casework.running.CaseView.CaseChoiceView;
import org.linli.casework.running.CaseView.CaseInputView;
import org.linli.shared.Names;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a posting may do with a case now, with the inputs each action asks for, so that a screen can draw its form. */
@Component
class Offers {

    private static final Map<String, String> OPPOSITES =
            Map.of("grant", "refuse", "unfounded", "founded", "not-satisfied", "satisfied");

    private static final Set<String> OPTIONAL = Set.of("posting");

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("note", "NOTE"),
            Map.entry("unit", "UNIT"),
            Map.entry("units", "UNITS"),
            Map.entry("posting", "POSTING"),
            Map.entry("until", "DATE"),
            Map.entry("amount", "NUMBER"),
            Map.entry("items", "ITEMS"),
            Map.entry("files", "FILES"),
            Map.entry("position", "POSITION"),
            Map.entry("state", "CHOICE"),
            Map.entry("reason", "CHOICE"),
            Map.entry("colour", "CHOICE"),
            Map.entry("join", "CHOICE"),
            Map.entry("role", "CHOICE"),
            Map.entry("agreed", "CHOICE"),
            Map.entry("decision", "CHOICE"));

    private final List<BuiltIn> builtIns;
    private final Receipts receipts;
    private final MessageSource messages;
    private final Clock clock;

    Offers(List<BuiltIn> builtIns, Receipts receipts, MessageSource messages, Clock clock) {
        this.builtIns = builtIns;
        this.receipts = receipts;
        this.clock = clock;
        this.messages = messages;
    }

    List<CaseActionView> of(Acting by, CaseFile file, Procedure procedure, List<TimelineEntry> entries) {
        var offered = new ArrayList<CaseActionView>();
        if (!by.may(CaseworkWords.ACT)) {
            return offered;
        }
        var steps = procedure.actions().stream()
                .filter(action -> isOffered(by, file, action, entries))
                .filter(action -> receipts.isInTime(action, file, procedure, clock.instant()))
                .toList();
        var primary = primary(procedure.state(file.now().state()).primary(), steps);
        primary.ifPresent(action -> offered.add(modelled(action, true, procedure)));
        steps.stream()
                .filter(action -> primary.filter(action::equals).isEmpty())
                .forEach(action -> offered.add(modelled(action, false, procedure)));
        for (var builtIn : builtIns) {
            if ((!file.ended() || builtIn.afterEnd()) && builtIn.offers(by, file, procedure)) {
                offered.add(builtIn(builtIn, file, procedure, entries));
            }
        }
        return offered;
    }

    /** The likeliest of the usual next actions that is open now. */
    private static Optional<Action> primary(List<String> usual, List<Action> steps) {
        return usual.stream()
                .flatMap(code -> steps.stream().filter(action -> action.code().equals(code)))
                .findFirst();
    }

    /** What an action of the timeline is called. */
    Names nameOf(String action, Procedure procedure) {
        return procedure.action(action).map(Action::names).orElseGet(() -> words("casework.action." + action));
    }

    Names words(String key) {
        return Names.of(word(key, Locale.SIMPLIFIED_CHINESE), word(key, Locale.ENGLISH));
    }

    private String word(String key, Locale locale) {
        return Objects.requireNonNullElse(messages.getMessage(key, null, key, locale), key);
    }

    private static boolean isOffered(Acting by, CaseFile file, Action action, List<TimelineEntry> entries) {
        var moves = !action.to().isEmpty();
        return !file.ended()
                && action.from().contains(file.now().state())
                && (!moves || file.now().hold() == null)
                && Rights.may(by, action, file)
                && !(action.once()
                        && entries.stream().anyMatch(entry -> entry.action().equals(action.code())));
    }

    private CaseActionView modelled(Action action, boolean primary, Procedure procedure) {
        var inputs = new ArrayList<CaseInputView>();
        if (action.needs().contains(Need.DECISION)) {
            inputs.add(choice("decision", decisions(action)));
        }
        var grounds = new LinkedHashSet<PauseReason>();
        action.to().forEach(rule -> {
            var reasons = procedure.state(rule.to()).pauseReasons();
            if (reasons.size() > 1) {
                grounds.addAll(reasons);
            }
        });
        if (!grounds.isEmpty()) {
            inputs.add(choice("reason", grounds(grounds)));
        }
        if (action.needs().contains(Need.PHOTO) || action.needs().contains(Need.MATERIAL)) {
            inputs.add(input("files", true, List.of()));
        }
        if (action.needs().contains(Need.POSITION)) {
            inputs.add(input("position", true, List.of()));
        }
        if (action.needs().contains(Need.SECOND_PERSON)) {
            inputs.add(new CaseInputView(
                    "secondPerson", words("casework.input.secondPerson"), "POSTING", true, List.of()));
        }
        inputs.add(input("note", action.needs().contains(Need.NOTE), List.of()));
        var ends = !action.to().isEmpty()
                && action.to().stream()
                        .allMatch(rule -> procedure.state(rule.to()).ends());
        return new CaseActionView(action.code(), action.names(), false, primary, ends, inputs);
    }

    private CaseActionView builtIn(BuiltIn builtIn, CaseFile file, Procedure procedure, List<TimelineEntry> entries) {
        var inputs = new ArrayList<CaseInputView>();
        for (var need : builtIn.needs()) {
            inputs.add(input(need, !OPTIONAL.contains(need), choices(need, file, procedure, entries)));
        }
        if (!builtIn.needs().contains("note")) {
            inputs.add(input("note", false, List.of()));
        }
        return new CaseActionView(
                builtIn.code(), words("casework.action." + builtIn.code()), true, false, false, inputs);
    }

    private List<CaseChoiceView> choices(String need, CaseFile file, Procedure procedure, List<TimelineEntry> entries) {
        return switch (need) {
            case "reason" -> {
                var grounds = new LinkedHashSet<>(Arrays.asList(PauseReason.values()));
                grounds.remove(PauseReason.SUPPLEMENT);
                yield grounds(grounds);
            }
            case "colour" -> coded("casework.colour.", List.of("YELLOW", "ORANGE", "RED"));
            case "join" -> coded("casework.join.", List.of("ALL", "ANY", "LEAD"));
            case "agreed" -> coded("casework.agreed.", List.of("true", "false"));
            case "role" ->
                coded(
                        "casework.role.",
                        List.of("station-head", "department-officer", "committee-clerk", "hall-clerk", "clerk"));
            case "state" -> {
                var path = new LinkedHashSet<String>();
                entries.forEach(entry -> path.add(entry.to()));
                path.remove(file.now().state());
                yield path.stream()
                        .map(state ->
                                new CaseChoiceView(state, procedure.state(state).names()))
                        .toList();
            }
            default -> List.of();
        };
    }

    /** The words its rules compare with, and their opposites, which lead to the last rule. */
    private static List<String> words(Action action) {
        var words = new LinkedHashSet<String>();
        action.to().forEach(rule -> rule.when().ifPresent(when -> collect(when, words)));
        var all = new LinkedHashSet<String>();
        OPPOSITES.forEach((one, other) -> {
            if (words.contains(one) || words.contains(other)) {
                all.add(one);
                all.add(other);
            }
        });
        all.addAll(words);
        return all.isEmpty() ? List.of("grant", "refuse") : List.copyOf(all);
    }

    private static void collect(Condition condition, Set<String> into) {
        switch (condition) {
            case Condition.Is(var operand, var word) when isDecision(operand) -> into.add(word);
            case Condition.IsNot(var operand, var word) when isDecision(operand) -> into.add(word);
            case Condition.In(var operand, var many) when isDecision(operand) -> into.addAll(many);
            case Condition.All(var parts) -> parts.forEach(part -> collect(part, into));
            case Condition.Is is -> {}
            case Condition.IsNot isNot -> {}
            case Condition.In in -> {}
        }
    }

    private static boolean isDecision(Condition.Operand operand) {
        return operand.source() == Condition.Source.INPUT && operand.name().equals("decision");
    }

    private List<CaseChoiceView> decisions(Action action) {
        return coded("casework.decision.", words(action));
    }

    private List<CaseChoiceView> grounds(Set<PauseReason> reasons) {
        return coded(
                "casework.pause.",
                reasons.stream().sorted().map(PauseReason::name).toList());
    }

    private List<CaseChoiceView> coded(String prefix, List<String> codes) {
        return codes.stream()
                .map(code -> new CaseChoiceView(code, words(prefix + code)))
                .toList();
    }

    private CaseInputView choice(String name, List<CaseChoiceView> choices) {
        return input(name, true, choices);
    }

    private CaseInputView input(String name, boolean required, List<CaseChoiceView> choices) {
        return new CaseInputView(
                name, words("casework.input." + name), KINDS.getOrDefault(name, "TEXT"), required, choices);
    }
}
