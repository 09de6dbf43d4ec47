package org.linli.sync.push;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.linli.shared.Refusal;
import org.linli.sync.SyncReason;
import org.linli.sync.contributions.MergeUnit;
import org.linli.sync.contributions.SameValue;
import org.linli.sync.push.MutationForm.FieldChange;

/**
 * Three-way merge (三方合并) by merge units: what the phone had known, what it wants, what stands. A field nobody else
 * changed is taken; one that is as wanted already needs nothing; else the unit's policy decides about the whole unit, so that
 * no unit is ever made of two people's answers.
 *
 * @param values what is to be set
 * @param reviews units that a person decides, with the fields the phone named
 * @param met whether somebody else had changed a field of the patch
 */
record Merge(Map<String, @Nullable Object> values, Map<String, Map<String, FieldChange>> reviews, boolean met) {

    /**
     * What is needed besides the patch.
     *
     * @param underReview the units a person is asked about; looked up only for a unit that a person may be asked about
     */
    record Standings(
            String type,
            List<MergeUnit> units,
            Map<String, Object> current,
            boolean movedOn,
            Supplier<Set<String>> underReview) {}

    /** @throws Refusal when a field is in no unit */
    static Merge of(Map<String, FieldChange> patch, Standings standings) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        var reviews = new LinkedHashMap<String, Map<String, FieldChange>>();
        var met = false;
        var rest = new HashMap<>(patch);
        for (var unit : standings.units()) {
            var touched = new LinkedHashMap<String, FieldChange>();
            patch.forEach((field, change) -> {
                if (unit.fields().contains(field)) {
                    touched.put(field, change);
                    rest.remove(field);
                }
            });
            if (!touched.isEmpty()) {
                met |= new UnitMerge(unit, touched, standings).into(values, reviews);
            }
        }
        if (!rest.isEmpty()) {
            throw Refusal.because(
                    SyncReason.UNKNOWN_FIELD,
                    standings.type(),
                    rest.keySet().iterator().next());
        }
        return new Merge(values, reviews, met);
    }

    /** One touched unit. */
    private record UnitMerge(MergeUnit unit, Map<String, FieldChange> touched, Standings standings) {

        /** @return whether somebody else had changed a field of it */
        boolean into(Map<String, @Nullable Object> values, Map<String, Map<String, FieldChange>> reviews) {
            var met = touched.entrySet().stream()
                    .anyMatch(one -> !SameValue.of(one.getValue().base(), current(one.getKey())));
            var clashes = clashes();
            var wanted = wanted(clashes && unit.policy() == MergeUnit.Policy.LATER_ARRIVAL);
            if (wanted.isEmpty()) {
                return met;
            }
            var reviewed = unit.policy() == MergeUnit.Policy.REVIEW;
            if (reviewed && (clashes || standings.underReview().get().contains(unit.name()))) {
                reviews.put(unit.name(), touched);
            } else {
                wanted.forEach((field, value) -> values.put(field, resolved(field, value)));
            }
            return met;
        }

        /** @param whole also what the phone left as it knew it, because its answer replaces another's */
        private Map<String, @Nullable Object> wanted(boolean whole) {
            var wanted = new LinkedHashMap<String, @Nullable Object>();
            touched.forEach((field, change) -> {
                var left = !whole && SameValue.of(change.to(), change.base());
                if (!left && !SameValue.of(change.to(), current(field))) {
                    wanted.put(field, change.to());
                }
            });
            var changed = touched.values().stream().anyMatch(change -> !SameValue.of(change.to(), change.base()));
            return changed ? wanted : Map.of();
        }

        /**
         * Somebody else's answer stands in a field of the unit, or may: a field the phone did not name on a record that has
         * moved on.
         */
        private boolean clashes() {
            var named = touched.entrySet().stream()
                    .anyMatch(one -> !SameValue.of(one.getValue().base(), current(one.getKey()))
                            && !SameValue.of(one.getValue().to(), current(one.getKey())));
            return named || standings.movedOn() && !touched.keySet().containsAll(unit.fields());
        }

        private @Nullable Object resolved(String field, @Nullable Object wanted) {
            var change = touched.get(field);
            var base = change == null ? null : change.base();
            return unit.resolved(current(field), base, wanted);
        }

        private @Nullable Object current(String field) {
            return standings.current().get(field);
        }
    }
}
