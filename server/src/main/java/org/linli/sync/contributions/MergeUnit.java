package org.linli.sync.contributions;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Merge unit (合并单元): fields that only make sense together, such as name and identity number. When two people changed the
 * same field, the policy says what becomes of the whole unit; other units of the same change are not touched by it.
 *
 * @param name unique within the collection
 */
public record MergeUnit(String name, Policy policy, Set<String> fields) {

    /** What happens when both sides changed a field of the unit. */
    public enum Policy {
        /** The server's values stand and a person decides. */
        REVIEW,
        /** What arrived later is taken; the time of the phone's clock does not count. */
        LATER_ARRIVAL,
        /** The fields are lists that stand for sets: what either side added is added, what the phone removed is removed. */
        UNION,
        /** The fields are lists to which both sides only add: what the phone added comes after what is there. */
        APPEND
    }

    public MergeUnit {
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("a merge unit without fields: " + name);
        }
        fields = Set.copyOf(fields);
    }

    public static MergeUnit of(String name, Policy policy, String... fields) {
        return new MergeUnit(name, policy, Set.of(fields));
    }

    /**
     * What a field of the unit becomes when a value is taken that was chosen on an older one.
     *
     * @param current what stands
     * @param base what stood when the value was chosen
     */
    public @Nullable Object resolved(@Nullable Object current, @Nullable Object base, @Nullable Object wanted) {
        return switch (policy) {
            case REVIEW, LATER_ARRIVAL -> wanted;
            case UNION -> joined(list(current), list(base), list(wanted), true);
            case APPEND -> joined(list(current), list(base), list(wanted), false);
        };
    }

    /** What stands, without what was taken away where that is allowed, then what was added. */
    private static List<Object> joined(List<Object> current, List<Object> base, List<Object> wanted, boolean less) {
        var joined = new ArrayList<Object>();
        for (var one : current) {
            if (!less || holds(wanted, one) || !holds(base, one)) {
                joined.add(one);
            }
        }
        for (var one : wanted) {
            if (!holds(base, one) && !holds(joined, one)) {
                joined.add(one);
            }
        }
        return joined;
    }

    private static boolean holds(List<Object> list, Object one) {
        return list.stream().anyMatch(other -> SameValue.of(one, other));
    }

    private static List<Object> list(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> list -> List.copyOf(list);
            default -> List.of(value);
        };
    }
}
