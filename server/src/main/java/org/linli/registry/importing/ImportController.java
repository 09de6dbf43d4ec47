package org.linli.registry.importing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.registry.importing.ImportViews.FaultView;
import org.linli.registry.importing.ImportViews.FieldView;
import org.linli.registry.importing.ImportViews.ImportView;
import org.linli.registry.sheet.SheetField;
import org.linli.registry.sheet.SheetFormat;
import org.linli.registry.sheet.SheetKind;
import org.linli.shared.Page;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Imports: a sheet is sent part by part, its columns are named, it is checked, and then written or not. */
@RestController
@RequestMapping("/api/registry/imports")
class ImportController {

    /** What a sheet is, before its first byte. */
    record StartImportForm(
            @NotNull SheetKind kind,
            @NotBlank @Size(max = 300) String name,
            @Positive long length) {}

    /** A column, counted from 0, and what it holds. */
    record NamedColumnForm(
            @PositiveOrZero int column, @NotNull SheetField field) {}

    /** The columns that are imported; those not named are left out. */
    record CheckImportForm(@NotNull @Size(max = 200) List<@Valid NamedColumnForm> columns) {}

    /** @param despiteFaults import the good rows although others are faulty */
    record ApplyImportForm(boolean despiteFaults) {}

    private static final int LARGEST_PART = 8 << 20;
    private static final Pattern CURSOR = Pattern.compile("(\\d{1,9})-(\\d{1,9})");

    private final Imports imports;
    private final ImportQueries queries;
    private final ImportViews views;
    private final ImportFiles files;
    private final AuditTrail audit;

    ImportController(Imports imports, ImportQueries queries, ImportViews views, ImportFiles files, AuditTrail audit) {
        this.imports = imports;
        this.queries = queries;
        this.views = views;
        this.files = files;
        this.audit = audit;
    }

    @GetMapping
    Page<ImportView> listImports(Acting by, @RequestParam(required = false) @Nullable UUID after) {
        by.require(Imports.RUN);
        return queries.page(by.unit().value(), Optional.ofNullable(after)).map(views::view);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ImportView startImport(Acting by, @Valid @RequestBody StartImportForm form) {
        return views.view(imports.begin(by, form.kind(), form.name(), form.length()));
    }

    @GetMapping("/{id}")
    ImportView readImport(Acting by, @PathVariable UUID id) {
        return views.view(imports.require(by, id));
    }

    /** Takes the bytes that follow {@code Upload-Offset}, as many as arrive, at most 8 MiB; the answer says how far it is. */
    @PatchMapping(path = "/{id}/content", consumes = "application/offset+octet-stream")
    ImportView sendImportPart(
            Acting by,
            @PathVariable UUID id,
            @RequestHeader(name = "Upload-Offset", defaultValue = "-1") long offset,
            HttpServletRequest request) {
        return views.view(imports.receive(by, id, offset, part(request)));
    }

    @PostMapping("/{id}/check")
    ImportView checkImport(Acting by, @PathVariable UUID id, @Valid @RequestBody CheckImportForm form) {
        var named = new TreeMap<Integer, SheetField>();
        form.columns().forEach(column -> named.put(column.column(), column.field()));
        return views.view(imports.check(by, id, named));
    }

    @PostMapping("/{id}/map-again")
    ImportView mapImportAgain(Acting by, @PathVariable UUID id) {
        return views.view(imports.mapAgain(by, id));
    }

    @PostMapping("/{id}/apply")
    ImportView applyImport(Acting by, @PathVariable UUID id, @Valid @RequestBody ApplyImportForm form) {
        return views.view(imports.apply(by, id, form.despiteFaults()));
    }

    @PostMapping("/{id}/cancel")
    ImportView cancelImport(Acting by, @PathVariable UUID id) {
        return views.view(imports.cancel(by, id));
    }

    @GetMapping("/{id}/faults")
    Page<FaultView> listImportFaults(Acting by, @PathVariable UUID id, @RequestParam(defaultValue = "") String after) {
        var sheet = imports.require(by, id);
        var cursor = CURSOR.matcher(after);
        var begins = cursor.matches();
        return queries.faults(
                        id,
                        begins ? Integer.parseInt(cursor.group(1)) : 0,
                        begins ? Integer.parseInt(cursor.group(2)) : 0)
                .map(line -> views.view(sheet, line));
    }

    /** Every faulty row with its reason in both languages, as a file. */
    @GetMapping("/{id}/faults/file")
    void downloadImportFaults(
            Acting by,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "XLSX") SheetFormat format,
            HttpServletResponse response)
            throws IOException {
        var sheet = imports.require(by, id);
        audit.note(by, "registry.import.report", sheet.object(), Map.of("format", format.name()));
        var stem = sheet.name().replaceFirst("\\.[^.]*$", "");
        begin(response, stem + " 导入报告." + format.ending(), format);
        files.report(sheet, format, response.getOutputStream());
    }

    @GetMapping("/fields")
    List<FieldView> listImportFields(Acting by, @RequestParam SheetKind kind) {
        by.require(Imports.RUN);
        return kind.fields().stream()
                .map(field -> new FieldView(field, field.names(), field.isRequired()))
                .toList();
    }

    /** An empty sheet with the columns' names in the language of the request. */
    @GetMapping("/template")
    void downloadImportTemplate(
            Acting by,
            Locale locale,
            @RequestParam SheetKind kind,
            @RequestParam(defaultValue = "XLSX") SheetFormat format,
            HttpServletResponse response)
            throws IOException {
        by.require(Imports.RUN);
        begin(response, kind.names().in(locale) + "." + format.ending(), format);
        files.template(kind, format, locale.getLanguage().equals("en"), response.getOutputStream());
    }

    private static void begin(HttpServletResponse response, String name, SheetFormat format) {
        response.setContentType(format.mediaType());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }

    /** When the line breaks, what came before is kept for the next try. */
    private static byte[] part(HttpServletRequest request) {
        var part = new ByteArrayOutputStream();
        var buffer = new byte[1 << 16];
        try {
            var body = request.getInputStream();
            for (var read = body.read(buffer); read >= 0 && part.size() < LARGEST_PART; read = body.read(buffer)) {
                part.write(buffer, 0, read);
            }
        } catch (IOException e) {
            return part.toByteArray();
        }
        return part.toByteArray();
    }
}
