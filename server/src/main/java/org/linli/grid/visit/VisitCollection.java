package org.linli.grid.visit;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.grid.GridReason;
import org.linli.grid.catalogue.Template.Target;
import org.linli.grid.event.ChangeValues;
import org.linli.grid.visit.Visit.Result;
import org.linli.shared.DivisionCode;
import org.linli.shared.Point;
import org.linli.shared.Refusal;
import org.linli.sync.contributions.Change;
import org.linli.sync.contributions.SyncedCollection;
import org.springframework.stereotype.Component;

/** Visits on phones: made there, never changed. */
@Component
class VisitCollection implements SyncedCollection {

    private final GridVisitRows rows;
    private final Visiting visiting;

    VisitCollection(GridVisitRows rows, Visiting visiting) {
        this.rows = rows;
        this.visiting = visiting;
    }

    @Override
    public String type() {
        return "visit";
    }

    @Override
    public Set<String> tables() {
        return Set.of("grid.visit");
    }

    @Override
    public Map<UUID, Map<String, Object>> load(Acting by, Collection<UUID> ids) {
        var loaded = new HashMap<UUID, Map<String, Object>>();
        rows.findAll(ids).forEach(visit -> loaded.put(visit.id(), values(visit)));
        return loaded;
    }

    @Override
    public void create(Acting by, Change change) {
        var words = new ChangeValues(change.values());
        visiting.record(
                by,
                new MakeVisit(
                        change.entity(),
                        change.mutation().toString(),
                        words.uuid("plan"),
                        words.text("template"),
                        cell(change.scope()),
                        target(words),
                        result(words.text("result")),
                        answers(change.values().get("answers")),
                        words.text("findings"),
                        words.text("place"),
                        words.ids("photos"),
                        point(change, words),
                        true,
                        Optional.of(change.occurredAt())));
    }

    private static DivisionCode cell(String scope) {
        if (!scope.startsWith("grid:") || !DivisionCode.isValid(scope.substring(5))) {
            throw Refusal.because(GridReason.UNKNOWN_CELL, scope);
        }
        return DivisionCode.of(scope.substring(5));
    }

    private static Result result(String word) {
        try {
            return word.isEmpty() ? Result.DONE : Result.valueOf(word);
        } catch (IllegalArgumentException unknown) {
            throw Refusal.ofField("result", GridReason.MALFORMED);
        }
    }

    /** Booleans and numbers are answers too. */
    static Map<String, String> answers(@Nullable Object sent) {
        var answers = new LinkedHashMap<String, String>();
        if (sent instanceof Map<?, ?> map) {
            map.forEach((question, answer) -> {
                if (answer instanceof Boolean yes) {
                    answers.put(question.toString(), yes ? "YES" : "NO");
                } else if (answer instanceof Collection<?> many) {
                    answers.put(
                            question.toString(),
                            many.stream().map(String::valueOf).collect(Collectors.joining(",")));
                } else if (answer != null) {
                    answers.put(question.toString(), answer.toString());
                }
            });
        }
        return answers;
    }

    /** Whom or what it visited, under the name of its kind. */
    private static Optional<MakeVisit.Whom> target(ChangeValues words) {
        return Stream.of(Target.PERSON, Target.HOUSEHOLD, Target.DWELLING, Target.ORGANISATION)
                .flatMap(kind ->
                        words
                                .uuid(kind.name().toLowerCase(Locale.ROOT))
                                .map(id -> new MakeVisit.Whom(kind, id))
                                .stream())
                .findFirst();
    }

    private static Optional<Point> point(Change change, ChangeValues words) {
        return words.point().or(() -> change.evidence().map(evidence -> new Point(evidence.lon(), evidence.lat())));
    }

    private static Map<String, Object> values(Visit visit) {
        var values = new LinkedHashMap<String, Object>();
        values.put("template", visit.template());
        visit.targetId().ifPresent(id -> values.put(visit.target().name().toLowerCase(Locale.ROOT), id.toString()));
        if (!visit.place().isEmpty()) {
            values.put("place", visit.place());
        }
        visit.plan().ifPresent(id -> values.put("plan", id.toString()));
        values.put("result", visit.result().name());
        values.put("answers", visit.answers());
        if (!visit.note().isEmpty()) {
            values.put("findings", visit.note());
        }
        values.put("events", visit.events().stream().map(UUID::toString).toList());
        values.put("photos", visit.photos().stream().map(UUID::toString).toList());
        values.put("by", visit.name());
        values.put("doneAt", visit.doneAt().toString());
        visit.occurredAt().ifPresent(at -> values.put("occurredAt", at.toString()));
        return values;
    }
}
