package org.linli.casework.procedure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.linli.casework.CaseTerms;
import org.linli.casework.Term;
import org.linli.casework.procedure.Procedure.Action;
import org.linli.casework.procedure.Procedure.Clock;
import org.linli.casework.procedure.Procedure.Extended;
import org.linli.casework.procedure.Procedure.Kind;
import org.linli.casework.procedure.Procedure.Need;
import org.linli.casework.procedure.Procedure.PauseReason;
import org.linli.casework.procedure.Procedure.Rating;
import org.linli.casework.procedure.Procedure.Reminder;
import org.linli.casework.procedure.Procedure.Rule;
import org.linli.casework.procedure.Procedure.Scope;
import org.linli.casework.procedure.Procedure.Section;
import org.linli.casework.procedure.Procedure.State;
import org.linli.casework.procedure.Procedure.Timeout;
import org.linli.casework.procedure.Procedure.Turn;
import org.linli.casework.procedure.Procedure.When;
import org.linli.casework.procedure.Procedure.Who;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the shape of a procedure; what is wrong in one place never hides what is wrong in another. */
final class ProcedureReader {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

    /** From when a time-out counts. */
    private enum Since {
        STATE,
        RECEIPT
    }

    private final Faults faults;
    private final ProcedureLines lines;
    private final KnownWords known;

    ProcedureReader(Faults faults, ProcedureLines lines, KnownWords known) {
        this.faults = faults;
        this.lines = lines;
        this.known = known;
    }

    Procedure read(Node root) {
        var file = new YamlMap("procedure", root, faults)
                .allow(
                        "key",
                        "version",
                        "names",
                        "opens",
                        "initial",
                        "states",
                        "actions",
                        "limits",
                        "sections",
                        "rating");
        List.of("opens", "initial", "states", "actions", "limits").forEach(key -> lines.put(key, file.lineOf(key)));
        file.require("opens");
        file.require("states");
        file.require("actions");
        var limits = file.map("limits", "limits")
                .map(map -> map.allow("statutory", "promised", "extension", "extended", "reminders"));
        return new Procedure(
                key(file),
                version(file),
                file.names(),
                roles(file, "opens"),
                file.requiredText("initial").orElse(""),
                states(file),
                actions(file),
                new CaseTerms(
                        limits.flatMap(map -> term(map, "statutory")), limits.flatMap(map -> term(map, "promised"))),
                limits.flatMap(map -> term(map, "extension")),
                limits.flatMap(map -> map.map("extended", "extended"))
                        .map(map -> map.allow("does", "with"))
                        .map(map -> new Extended(effects("extended", map), map.textsByKey("with")))
                        .orElse(Extended.NOTHING),
                limits.map(this::reminders).orElse(List.of()),
                sections(file),
                rating(file));
    }

    private String key(YamlMap file) {
        var key = file.requiredText("key").orElse("");
        if (!key.isEmpty() && !KEY.matcher(key).matches()) {
            faults.add(file.lineOf("key"), ProcedureFault.Kind.BAD_CODE, key, "lower-kebab-case");
        }
        lines.put("key", file.lineOf("key"));
        return key;
    }

    private int version(YamlMap file) {
        var text = file.requiredText("version").orElse("1");
        lines.put("version", file.lineOf("version"));
        if (text.matches("[1-9]\\d{0,4}")) {
            return Integer.parseInt(text);
        }
        faults.add(file.lineOf("version"), ProcedureFault.Kind.BAD_NUMBER, text, "version");
        return 1;
    }

    private List<State> states(YamlMap file) {
        var states = new ArrayList<State>();
        file.maps("states").forEach((code, map) -> {
            code(code, map);
            lines.put("state:" + code, map.line());
            states.add(state(code, map.allow("names", "kind", "turn", "clock", "pause", "timeout", "primary")));
        });
        return states;
    }

    private State state(String code, YamlMap map) {
        map.require("kind");
        map.require("turn");
        var kind = map.word("kind", Kind.class).orElse(Kind.WORK);
        var clock = map.word("clock", Clock.class).orElse(kind == Kind.END ? Clock.STOP : Clock.RUN);
        var timeout = map.map("timeout", code + ".timeout")
                .map(inner -> inner.allow("after", "since", "action"))
                .flatMap(inner -> {
                    lines.put("timeout:" + code, inner.line());
                    inner.require("after");
                    var after = term(inner, "after");
                    var action = inner.requiredText("action");
                    var sinceReceipt = inner.word("since", Since.class)
                            .filter(Since.RECEIPT::equals)
                            .isPresent();
                    return after.flatMap(term -> action.map(name -> new Timeout(term, sinceReceipt, name)));
                });
        return new State(
                code,
                map.names(),
                kind,
                map.word("turn", Turn.class).orElse(Turn.NOBODY),
                clock,
                map.words("pause", PauseReason.class),
                timeout,
                List.copyOf(map.words("primary", (action, line) -> lines.put("primary:" + code + ":" + action, line))));
    }

    private List<Action> actions(YamlMap file) {
        var actions = new ArrayList<Action>();
        file.maps("actions").forEach((code, map) -> {
            code(code, map);
            lines.put("action:" + code, map.line());
            actions.add(action(
                    code, map.allow("names", "from", "to", "rules", "who", "needs", "once", "within", "does", "with")));
        });
        return actions;
    }

    private Action action(String code, YamlMap map) {
        map.require("from");
        map.require("who");
        var who = map.map("who", code + ".who").map(inner -> inner.allow("roles", "scope"));
        who.ifPresent(inner -> lines.put("who:" + code, inner.line()));
        return new Action(
                code,
                map.names(),
                map.words("from", (state, line) -> lines.put("from:" + code + ":" + state, line)),
                rules(code, map),
                new Who(
                        who.map(inner -> roles(inner, "roles")).orElse(Set.of()),
                        who.map(inner -> inner.words("scope", Scope.class)).orElse(Set.of())),
                map.words("needs", Need.class),
                map.flag("once"),
                term(map, "within"),
                effects(code, map),
                map.textsByKey("with"));
    }

    private List<Rule> rules(String code, YamlMap map) {
        if (map.has("to") && map.has("rules")) {
            faults.add(map.lineOf("rules"), ProcedureFault.Kind.TARGET_TWICE, code);
        }
        var rules = new ArrayList<Rule>();
        map.text("to").ifPresent(to -> {
            lines.put("rule:" + code + ":0", map.lineOf("to"));
            rules.add(new Rule(Optional.empty(), to));
        });
        for (var item : map.list("rules", code + ".rules")) {
            item.allow("when", "to");
            lines.put("rule:" + code + ":" + rules.size(), item.line());
            var when = item.text("when").flatMap(text -> condition(item, text));
            // A condition that cannot be read must not look like a rule that always holds.
            var always = new Condition.All(List.of());
            rules.add(new Rule(
                    item.has("when") ? Optional.of(when.orElse(always)) : Optional.empty(),
                    item.requiredText("to").orElse("")));
        }
        return rules;
    }

    private Optional<Condition> condition(YamlMap item, String text) {
        try {
            return Optional.of(Condition.parse(text));
        } catch (Condition.NotACondition wrong) {
            faults.add(item.lineOf("when"), ProcedureFault.Kind.BAD_CONDITION, text, wrong.at() + 1);
            return Optional.empty();
        }
    }

    private List<Reminder> reminders(YamlMap limits) {
        lines.put("limits", limits.line());
        List.of("promised", "statutory", "extension").forEach(key -> lines.put(key, limits.lineOf(key)));
        var reminders = new ArrayList<Reminder>();
        limits.maps("reminders").forEach((code, map) -> {
            map.allow("at", "tell", "red");
            lines.put("reminder:" + code, map.line());
            var at = map.requiredText("at").flatMap(text -> {
                var moment = TermText.moment(text);
                if (moment.isEmpty()) {
                    faults.add(map.lineOf("at"), ProcedureFault.Kind.BAD_MOMENT, text);
                }
                return moment;
            });
            reminders.add(new Reminder(
                    code,
                    at.orElse(new When.Share(100)),
                    roles(map, "tell", Reminder.ASSIGNEE, Reminder.UNIT),
                    map.flag("red")));
        });
        return reminders;
    }

    private List<Section> sections(YamlMap file) {
        var sections = new ArrayList<Section>();
        file.maps("sections").forEach((code, map) -> {
            code(code, map);
            map.allow("names", "roles", "own-unit-only");
            sections.add(new Section(code, map.names(), roles(map, "roles"), map.flag("own-unit-only")));
        });
        return sections;
    }

    private Rating rating(YamlMap file) {
        return file.map("rating", "rating")
                .map(map -> {
                    map.allow("allowed", "within", "rectification");
                    lines.put("rating", map.lineOf("rectification"));
                    var days = term(map, "within").map(Term::amount).orElse(30);
                    return new Rating(map.flag("allowed"), Duration.ofDays(days), map.text("rectification"));
                })
                .orElse(new Rating(false, Duration.ZERO, Optional.empty()));
    }

    private Set<String> roles(YamlMap map, String key, String... more) {
        return map.words(key, (role, line) -> {
            if (!known.isRole(role) && !List.of(more).contains(role)) {
                faults.add(line, ProcedureFault.Kind.UNKNOWN_ROLE, role, key);
            }
        });
    }

    private List<String> effects(String code, YamlMap map) {
        return List.copyOf(map.words("does", (effect, line) -> {
            if (!known.isEffect(effect)) {
                faults.add(line, ProcedureFault.Kind.UNKNOWN_EFFECT, effect, code);
            }
        }));
    }

    private Optional<Term> term(YamlMap map, String key) {
        return map.text(key).flatMap(text -> {
            var term = TermText.term(text);
            if (term.isEmpty()) {
                faults.add(map.lineOf(key), ProcedureFault.Kind.BAD_TERM, text);
            }
            return term;
        });
    }

    private void code(String code, YamlMap map) {
        if (!CODE.matcher(code).matches()) {
            faults.add(map.line(), ProcedureFault.Kind.BAD_CODE, code, "UPPER_SNAKE_CASE");
        }
    }
}
