package org.linli.registry.importing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.AccountId;
import org.linli.access.Acting;
import org.linli.access.PostingId;
import org.linli.area.UnitCode;
import org.linli.registry.sheet.SheetField;
import org.linli.registry.sheet.SheetFormat;
import org.linli.registry.sheet.SheetKind;
import org.linli.shared.DivisionCode;

/** Import (导入): a sheet that was sent in, how far it is and who sent it. */
record Sheet(
        UUID id,
        SheetKind kind,
        String name,
        SheetFormat format,
        DivisionCode area,
        long length,
        long received,
        ImportState state,
        List<String> headers,
        int headerRow,
        List<String> fields,
        @Nullable String encoding,
        long parsedTo,
        int lastRow,
        int rowsRead,
        boolean rowsStaged,
        int goodRows,
        int faultyRows,
        int notices,
        int knownRows,
        int step,
        int steps,
        List<String> outcome,
        @Nullable String refusal,
        List<String> refusalArguments,
        Sender sender,
        Instant beganAt,
        @Nullable Instant endedAt,
        Instant expiresAt) {

    /** Who sent it in. */
    record Sender(
            UUID posting,
            UUID account,
            String name,
            String role,
            String unit,
            @Nullable String homeUnit) {}

    /** What each column holds. */
    List<Optional<SheetField>> columns() {
        return fields.stream()
                .map(field -> field.isEmpty() ? Optional.<SheetField>empty() : Optional.of(SheetField.valueOf(field)))
                .toList();
    }

    /** The posting that sent it, for the house's own job that goes on with it. */
    Acting acting() {
        return new Acting(
                new PostingId(sender.posting()),
                new AccountId(sender.account()),
                sender.name(),
                sender.role(),
                UnitCode.of(sender.unit()),
                area,
                Optional.ofNullable(sender.homeUnit()).map(UnitCode::of),
                Set.of(Imports.RUN));
    }

    /** As the audit trail calls it. */
    String object() {
        return "import:" + id;
    }
}
