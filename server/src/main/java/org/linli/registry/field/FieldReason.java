package org.linli.registry.field;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.registry.Because;
import org.linli.registry.ChangeSource;
import org.linli.registry.RegistryReason;
import org.linli.shared.DivisionCode;
import org.linli.shared.Refusal;
import org.linli.sync.contributions.Change;

/** Why a phone changes the base, and where it may. */
final class FieldReason {

    private static final String GRID = "grid:";

    private static final Set<Refusal.Reason> ABOUT_THE_NUMBER =
            Set.of(RegistryReason.DOCUMENT_TAKEN, RegistryReason.NOT_AS_THE_NUMBER_SAYS);

    private FieldReason() {}

    /** Seen on the spot; the reference leads to the phone's change. What the worker noted comes first. */
    static Because of(Change change, String doing) {
        var noted = note(change.arguments().get("reason"))
                .or(() -> note(change.values().get("reason")));
        var from = change.device().isPresent() ? "网格员现场" : "移动端数据冲突审核后";
        return new Because(
                ChangeSource.FIELD, noted.orElse(from + doing), Optional.of("mutation:" + change.mutation()));
    }

    static String scope(String division) {
        return GRID + division;
    }

    /** The cell a change was made in. */
    static Optional<DivisionCode> cell(Change change) {
        return Optional.of(change.scope())
                .filter(scope -> scope.startsWith(GRID))
                .map(scope -> DivisionCode.of(scope.substring(GRID.length())));
    }

    /** Runs what names fields as the desk does, so that its refusals name the phone's. */
    static void renaming(String deskField, String phoneField, Runnable act) {
        try {
            act.run();
        } catch (Refusal refusal) {
            throw refusal.field().filter(deskField::equals).isPresent() ? refusal.at(phoneField) : refusal;
        }
    }

    /** Runs what may find that a document is another's or says otherwise. */
    static void aboutTheNumber(Runnable act) {
        try {
            act.run();
        } catch (Refusal refusal) {
            throw ABOUT_THE_NUMBER.contains(refusal.reason()) ? refusal.at("documentNumber") : refusal;
        }
    }

    private static Optional<String> note(@Nullable Object text) {
        return Optional.ofNullable(text)
                .filter(String.class::isInstance)
                .map(one -> ((String) one).strip())
                .filter(one -> !one.isEmpty())
                .map(one -> one.length() > 400 ? one.substring(0, 400) : one);
    }
}
