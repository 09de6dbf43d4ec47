package org.linli.registry.exporting;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.registry.sheet.PieceRows;
import org.linli.registry.sheet.SheetFormat;
import org.linli.registry.sheet.SheetKind;
import org.linli.shared.DivisionCode;
import org.linli.shared.Page;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Exports: asked for with a purpose, written by the house, fetched by whoever asked. */
@RestController
@RequestMapping("/api/registry/exports")
class ExportController {

    /**
     * What is wanted.
     *
     * @param division a part of the posting's area; all of it when left out
     * @param unmaskedPurpose why masked values are not enough; left out for a masked export
     */
    record AskExportForm(
            @NotNull SheetKind kind,
            @NotNull SheetFormat format,
            @Nullable DivisionCode division,
            @NotNull @Size(max = 200) String purpose,
            @Nullable @Size(max = 200) String unmaskedPurpose) {}

    /** @param mine whether the reader asked for it and may fetch it */
    record ExportView(
            UUID id,
            String number,
            SheetKind kind,
            SheetFormat format,
            String area,
            String purpose,
            boolean unmasked,
            @Nullable String unmaskedPurpose,
            ExportState state,
            int rowsWritten,
            long bytes,
            String by,
            boolean mine,
            Instant askedAt,
            @Nullable Instant endedAt,
            Instant eraseAt,
            int downloads) {

        static ExportView of(Acting reader, Export export) {
            return new ExportView(
                    export.id(),
                    export.number(),
                    export.kind(),
                    export.format(),
                    export.area().value(),
                    export.purpose(),
                    export.unmasked(),
                    export.unmaskedPurpose(),
                    export.state(),
                    export.rowsWritten(),
                    export.bytes(),
                    export.actor(),
                    export.account().equals(reader.account().value()),
                    export.askedAt(),
                    export.endedAt(),
                    export.eraseAt(),
                    export.downloads());
        }
    }

    private final Exports exports;
    private final PieceRows pieces;

    ExportController(Exports exports, PieceRows pieces) {
        this.exports = exports;
        this.pieces = pieces;
    }

    @GetMapping
    Page<ExportView> listExports(Acting by, @RequestParam(required = false) @Nullable UUID after) {
        return exports.page(by, Optional.ofNullable(after)).map(export -> ExportView.of(by, export));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ExportView askExport(Acting by, @Valid @RequestBody AskExportForm form) {
        return ExportView.of(
                by,
                exports.ask(by, form.kind(), form.format(), form.division(), form.purpose(), form.unmaskedPurpose()));
    }

    @GetMapping("/{id}")
    ExportView readExport(Acting by, @PathVariable UUID id) {
        return ExportView.of(by, exports.require(by, id));
    }

    @PostMapping("/{id}/cancel")
    ExportView cancelExport(Acting by, @PathVariable UUID id) {
        return ExportView.of(by, exports.cancel(by, id));
    }

    @GetMapping("/{id}/file")
    void downloadExport(Acting by, @PathVariable UUID id, Locale locale, HttpServletResponse response)
            throws IOException {
        var export = exports.fetch(by, id);
        response.setContentType(export.format().mediaType());
        response.setContentLengthLong(export.bytes());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(
                                export.kind().names().in(locale) + " " + export.number() + "."
                                        + export.format().ending(),
                                StandardCharsets.UTF_8)
                        .build()
                        .toString());
        try (var content = pieces.open(id, 0)) {
            content.transferTo(response.getOutputStream());
        }
    }
}
