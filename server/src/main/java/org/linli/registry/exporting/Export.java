package org.linli.registry.exporting;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.AccountId;
import org.linli.access.Acting;
import org.linli.access.PostingId;
import org.linli.area.UnitCode;
import org.linli.registry.sheet.SheetFormat;
import org.linli.registry.sheet.SheetKind;
import org.linli.shared.DivisionCode;

/** Export (导出): what somebody asked to have as a file. */
record Export(
        UUID id,
        SheetKind kind,
        SheetFormat format,
        DivisionCode area,
        String purpose,
        boolean unmasked,
        @Nullable String unmaskedPurpose,
        ExportState state,
        int rowsWritten,
        long bytes,
        UUID posting,
        UUID account,
        String actor,
        String role,
        String unit,
        @Nullable String homeUnit,
        Instant askedAt,
        @Nullable Instant endedAt,
        Instant eraseAt,
        int downloads) {

    Acting acting() {
        return new Acting(
                new PostingId(posting),
                new AccountId(account),
                actor,
                role,
                UnitCode.of(unit),
                area,
                Optional.ofNullable(homeUnit).map(UnitCode::of),
                Set.of(Exports.RUN));
    }

    String object() {
        return "export:" + id;
    }

    /** What every row of the file carries, so that a row copied out of it still tells where it came from. */
    String number() {
        return id.toString().substring(24).toUpperCase(java.util.Locale.ROOT);
    }

    String ledgerPurpose() {
        return unmaskedPurpose == null ? purpose : unmaskedPurpose;
    }
}
