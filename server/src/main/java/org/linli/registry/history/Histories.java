package org.linli.registry.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.area.Areas;
import org.linli.area.Unit;
import org.linli.area.UnitCode;
import org.linli.registry.history.ChangeView.Act;
import org.linli.registry.history.ChangeView.FieldView;
import org.linli.registry.history.ChangeView.RowView;
import org.linli.registry.history.HistoryQueries.Made;
import org.linli.registry.history.HistoryQueries.Version;
import org.linli.shared.Names;
import org.springframework.stereotype.Component;

/** Tells the history of a record (变更记录): what each change did to it, the latest first. */
@Component
public class Histories {

    /** Columns that say how a row is kept and not what it says. */
    private static final Set<String> KEPT = Set.of(
            "id",
            "revision",
            "changed_at",
            "change_id",
            "until",
            "voided_at",
            "initials",
            "name_key",
            "number_key",
            "number_index",
            "number_scope",
            "pinyin_corrected");

    private final HistoryQueries queries;
    private final HistoryValues values;
    private final Areas areas;

    Histories(HistoryQueries queries, HistoryValues values, Areas areas) {
        this.queries = queries;
        this.values = values;
        this.areas = areas;
    }

    /**
     * The changes of a record.
     *
     * @param full whether personal values are shown whole; whoever asks has noted the disclosure
     */
    public List<ChangeView> of(UUID record, Collection<Trace> traces, boolean full) {
        var rowsOf = new HashMap<UUID, List<RowView>>();
        var before = new HashMap<UUID, Version>();
        for (var version : queries.versions(traces, record)) {
            var row = row(Optional.ofNullable(before.put(version.row(), version)), version, full);
            rowsOf.computeIfAbsent(version.change(), change -> new ArrayList<>())
                    .add(row);
        }
        return queries.changes(rowsOf.keySet()).stream()
                .map(made -> view(made, rowsOf.getOrDefault(made.id(), List.of())))
                .toList();
    }

    private RowView row(Optional<Version> before, Version version, boolean full) {
        var was = before.map(Version::values).orElse(Map.of());
        var is = version.values();
        var fields = new LinkedHashMap<String, FieldView>();
        var columns = new TreeSet<>(is.keySet());
        columns.removeAll(KEPT);
        columns.remove(version.trace().column());
        for (var column : columns) {
            var old = values.shown(version.trace(), column, was.get(column), full);
            var now = values.shown(version.trace(), column, is.get(column), full);
            if (!Objects.equals(plain(version.trace(), column, was), plain(version.trace(), column, is))
                    && !(isEmpty(old) && isEmpty(now))) {
                var name = HistoryValues.field(column);
                fields.put(name, new FieldView(name, old, now));
            }
        }
        return new RowView(version.trace().table(), version.row(), act(before, version), List.copyOf(fields.values()));
    }

    /** A value sealed anew is the same value. */
    private @Nullable Object plain(Trace trace, String column, Map<String, Object> state) {
        var value = state.get(column);
        return column.endsWith("_sealed") && value instanceof String sealed
                ? values.open(trace, column, sealed)
                : value;
    }

    private static boolean isEmpty(@Nullable String text) {
        return text == null || text.isEmpty();
    }

    private static Act act(Optional<Version> before, Version version) {
        if (version.values().get("voided_at") != null) {
            return Act.VOIDED;
        }
        return before.isEmpty() ? Act.ADDED : Act.CHANGED;
    }

    private ChangeView view(Made made, List<RowView> rows) {
        return new ChangeView(
                made.id(),
                made.at(),
                made.source(),
                made.reason(),
                made.reference().orElse(null),
                made.actor(),
                unit(made.unit()),
                made.homeUnit().map(this::unit).orElse(null),
                rows);
    }

    private Names unit(String code) {
        return areas.unit(UnitCode.of(code)).map(Unit::names).orElseGet(() -> Names.of(code, code));
    }
}
