package org.linli.files;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.shared.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * Resumable upload, tus 1.0.0 with creation, expiration and termination. {@code Upload-Metadata} carries
 * {@code filename}, {@code filetype} and, where it is not the posting itself, {@code owner}. The last part is answered
 * with {@code Linli-File}, the identifier of the stored file, or with the refusal of what was sent.
 */
@RestController
@RequestMapping("/api/files/uploads")
class UploadController {

    private static final String VERSION = "1.0.0";
    private static final String OFFSET = "Upload-Offset";

    private final Uploads uploads;
    private final FilesSettings settings;

    UploadController(Uploads uploads, FilesSettings settings) {
        this.uploads = uploads;
        this.settings = settings;
    }

    @RequestMapping(method = RequestMethod.OPTIONS)
    ResponseEntity<Void> describeUploads() {
        return answer(HttpStatus.NO_CONTENT)
                .header("Tus-Version", VERSION)
                .header("Tus-Extension", "creation,expiration,termination")
                .header("Tus-Max-Size", Long.toString(settings.largest().toBytes()))
                .build();
    }

    @PostMapping
    ResponseEntity<Void> startUpload(
            Acting by,
            @RequestHeader(name = "Upload-Length", defaultValue = "") String length,
            @RequestHeader(name = "Upload-Metadata", defaultValue = "") String metadata) {
        var named = named(metadata);
        var upload = uploads.start(
                by,
                named.getOrDefault("owner", PostingFiles.ownerOf(by)),
                named.getOrDefault("filename", ""),
                named.getOrDefault("filetype", ""),
                number(length));
        return answer(HttpStatus.CREATED, upload)
                .header(HttpHeaders.LOCATION, "/api/files/uploads/" + upload.id())
                .build();
    }

    @RequestMapping(path = "/{id}", method = RequestMethod.HEAD)
    ResponseEntity<Void> askUploadOffset(Acting by, @PathVariable UUID id) {
        var upload = uploads.progress(by, id);
        return answer(HttpStatus.OK, upload)
                .header("Upload-Length", Long.toString(upload.length()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @PatchMapping(path = "/{id}", consumes = "application/offset+octet-stream")
    ResponseEntity<Void> continueUpload(
            Acting by,
            @PathVariable UUID id,
            @RequestHeader(name = OFFSET, defaultValue = "") String offset,
            HttpServletRequest request) {
        var upload = uploads.append(by, id, number(offset), part(request));
        var answer = answer(HttpStatus.NO_CONTENT, upload);
        upload.file().ifPresent(file -> answer.header("Linli-File", file.value().toString()));
        return answer.build();
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> cancelUpload(Acting by, @PathVariable UUID id) {
        uploads.cancel(by, id);
        return answer(HttpStatus.NO_CONTENT).build();
    }

    /** As much of the body as arrives: when the line breaks, what came before is kept for the next try. */
    private byte[] part(HttpServletRequest request) {
        var part = new ByteArrayOutputStream();
        var buffer = new byte[FileRows.PIECE];
        try {
            var body = request.getInputStream();
            for (var read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                part.write(buffer, 0, read);
                if (part.size() > settings.largest().toBytes()) {
                    throw Refusal.because(
                            FilesReason.TOO_LARGE, settings.largest().toMegabytes());
                }
            }
        } catch (IOException e) {
            return part.toByteArray();
        }
        return part.toByteArray();
    }

    private static long number(String header) {
        try {
            return Long.parseLong(header);
        } catch (NumberFormatException e) {
            throw Refusal.because(FilesReason.MALFORMED_UPLOAD);
        }
    }

    private static Map<String, String> named(String metadata) {
        var named = new HashMap<String, String>();
        try {
            for (var pair : metadata.split(",")) {
                var parts = pair.strip().split(" ", 2);
                if (parts.length == 2) {
                    var value = Base64.getDecoder().decode(parts[1].strip());
                    named.put(parts[0], new String(value, StandardCharsets.UTF_8));
                }
            }
        } catch (IllegalArgumentException e) {
            throw Refusal.because(FilesReason.MALFORMED_UPLOAD);
        }
        return named;
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status) {
        return ResponseEntity.status(status).header("Tus-Resumable", VERSION);
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status, Uploads.Progress upload) {
        return answer(status)
                .header(OFFSET, Long.toString(upload.received()))
                .header(
                        "Upload-Expires",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                upload.expiresAt().atOffset(ZoneOffset.UTC)));
    }
}
