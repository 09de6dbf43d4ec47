package org.linli.sync.contributions;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.shared.Refusal;
import org.linli.sync.SyncReason;

/**
 * A kind of record that phones hold (同步数据集); a bean of the module that owns it. Sync reads it when a phone pulls, asks
 * it to apply what a phone pushed, and decides everything between: order, scope, merge, review, repetition.
 *
 * <p>Every method runs in a transaction of sync: {@link #load} in a read-only REPEATABLE READ one, so it must write nothing;
 * the others in the transaction that also stores the change's result. A {@link Refusal} rolls that transaction back and
 * becomes the result {@code refused} with the reason's key, its field and its text; any other exception is tried again and
 * ends as {@code refused} with the code {@code internal}.
 */
public interface SyncedCollection {

    /** The type's name on the phone, such as {@code person}. */
    String type();

    /**
     * Qualified names of the tables the record is made of, such as {@code registry.person}. Linli does not start when one of
     * them carries no trigger that tells the change log ({@code sync.capture} or one that calls {@code sync.note}).
     */
    Set<String> tables();

    /** The {@code appSchema} that first knows the type; older phones are not sent it. */
    default int since() {
        return 1;
    }

    /**
     * Records as phones see them: values of JSON (text, whole numbers, decimals, booleans, lists, maps with text keys) by
     * name, without the identifier; nothing under a name that has no value. A record that is missing from the answer is sent
     * without content, so leave out only what may not be shown at all.
     */
    Map<UUID, Map<String, Object>> load(Acting by, Collection<UUID> ids);

    /** Whose full personal values {@link #load} gives of these records; noted in the ledger for every page that is served. */
    default Disclosed disclosed(Collection<UUID> ids) {
        return Disclosed.NOTHING;
    }

    /** What is merged together; empty when nothing of a record can be patched. */
    default List<MergeUnit> units() {
        return List.of();
    }

    /**
     * The record as it stands, held against everybody else until the end of the transaction; empty when there is none.
     * Called before every patch and command, and before a decision of a review.
     */
    default Optional<Standing> hold(UUID id) {
        return Optional.empty();
    }

    /**
     * Adds a record under the identifier the phone chose, {@link Change#entity()}, in {@link Change#scope()}.
     *
     * @throws AlreadyKnown when the same thing is recorded already, wherever it is; nothing may have been written
     * @throws Refusal when a rule stands against it
     */
    default void create(Acting by, Change change) {
        throw Refusal.because(SyncReason.NOT_FOR_PHONES, type());
    }

    /** Of what a phone wanted to add, and is there already, what whoever compares the two is shown; all of it by default. */
    default Map<String, @Nullable Object> shown(Map<String, @Nullable Object> values) {
        return values;
    }

    /**
     * What a phone wanted to add is, somebody decided, the record that {@link AlreadyKnown} told of: under the phone's
     * identifier stands from now on a record that points to that one, which is given what the phone knew of it.
     */
    default void same(Acting by, Change change, UUID existing) {
        throw Refusal.because(SyncReason.NOT_FOR_PHONES, type());
    }

    /**
     * Sets the fields in {@link Change#values()}: whole merge units or parts of them that are to become what they say. Fields
     * that went to review, or need no change, are not among them. A value of {@code null} empties the field.
     */
    default void patch(Acting by, Change change) {
        throw Refusal.because(SyncReason.NOT_FOR_PHONES, type());
    }

    /** Does what {@link Change#command()} says with {@link Change#arguments()}. */
    default void command(Acting by, Change change) {
        throw Refusal.because(SyncReason.NOT_FOR_PHONES, type());
    }
}
