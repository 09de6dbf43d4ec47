package org.linli.sync.contributions;

import java.util.Set;

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
}
