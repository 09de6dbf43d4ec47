package org.linli.registry.exporting;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.area.Areas;
import org.linli.registry.sheet.PieceRows;
import org.linli.registry.sheet.SheetFormat;
import org.linli.registry.sheet.SheetKind;
import org.linli.shared.DivisionCode;
import org.linli.shared.Page;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with exports: ask for one, fetch it, give it up. */
@Service
class Exports {

    static final String RUN = "registry.export.run";

    /** Shorter is no purpose. */
    private static final int SHORTEST_PURPOSE = 4;

    private final ExportRows rows;
    private final PieceRows pieces;
    private final Areas areas;
    private final AuditTrail audit;
    private final ExportSettings settings;
    private final Clock clock;

    Exports(ExportRows rows, PieceRows pieces, Areas areas, AuditTrail audit, ExportSettings settings, Clock clock) {
        this.rows = rows;
        this.pieces = pieces;
        this.areas = areas;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param fullPurpose why masked values are not enough; null for a masked export */
    @Transactional
    Export ask(
            Acting by,
            SheetKind kind,
            SheetFormat format,
            @Nullable DivisionCode division,
            String purpose,
            @Nullable String fullPurpose) {
        var area = division == null ? by.area() : division;
        by.require(RUN, area);
        areas.requireDivision(area);
        requirePurpose("purpose", purpose, ExportReason.EXPORT_PURPOSE_MISSING);
        if (fullPurpose != null) {
            requirePurpose("unmaskedPurpose", fullPurpose, ExportReason.EXPORT_FULL_PURPOSE_MISSING);
        }
        var now = clock.instant();
        var id = rows.add(
                by,
                kind,
                format,
                area,
                purpose.strip(),
                fullPurpose == null ? null : fullPurpose.strip(),
                now,
                now.plus(settings.kept()));
        var export = rows.find(id).orElseThrow();
        audit.note(
                by,
                "registry.export.ask",
                export.object(),
                Map.of("kind", kind.name(), "area", area.value(), "full", Boolean.toString(export.unmasked())));
        return export;
    }

    private static void requirePurpose(String field, String purpose, ExportReason reason) {
        if (purpose.strip().length() < SHORTEST_PURPOSE) {
            throw Refusal.ofField(field, reason, SHORTEST_PURPOSE);
        }
    }

    @Transactional(readOnly = true)
    Page<Export> page(Acting by, Optional<UUID> before) {
        by.require(RUN);
        return rows.page(by.unit().value(), before);
    }

    @Transactional(readOnly = true)
    Export require(Acting by, UUID id) {
        by.require(RUN);
        return rows.find(id)
                .filter(export -> export.unit().equals(by.unit().value()))
                .orElseThrow(() -> Refusal.because(ExportReason.UNKNOWN_EXPORT));
    }

    /** The file for whoever asked for it; noted each time. */
    @Transactional
    Export fetch(Acting by, UUID id) {
        var export = require(by, id);
        if (!export.account().equals(by.account().value())) {
            throw Refusal.because(ExportReason.EXPORT_OF_ANOTHER);
        }
        by.require(RUN, export.area());
        switch (export.state()) {
            case WAITING, FAILED, CANCELLED -> throw Refusal.because(ExportReason.EXPORT_NOT_READY);
            case ERASED -> throw Refusal.because(ExportReason.EXPORT_ERASED);
            case READY -> rows.downloaded(id);
        }
        audit.note(by, "registry.export.fetch", export.object(), Map.of("full", Boolean.toString(export.unmasked())));
        return export;
    }

    /** Gives it up, or erases the file before its time. */
    @Transactional
    Export cancel(Acting by, UUID id) {
        var export = require(by, id);
        var state = export.state() == ExportState.READY ? ExportState.ERASED : ExportState.CANCELLED;
        if (!rows.end(id, state, clock.instant())) {
            throw Refusal.because(ExportReason.EXPORT_ERASED);
        }
        pieces.drop(id);
        audit.note(by, "registry.export.cancel", export.object(), Map.of());
        return rows.find(id).orElseThrow();
    }
}
