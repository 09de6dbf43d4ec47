package org.linli.files;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.files.Attachments.Attachment;
import org.linli.shared.Refusal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files over HTTP. What somebody uploaded is never shown as a page of this server: it is sandboxed and not sniffed. */
@RestController
@RequestMapping("/api/files")
class FileController {

    private final StoredFiles files;
    private final FileRows rows;

    FileController(StoredFiles files, FileRows rows) {
        this.files = files;
        this.rows = rows;
    }

    /** A stored file as the API shows it. */
    record AttachmentView(FileId id, String name, String type, long bytes, String sm3, Instant storedAt) {

        static AttachmentView of(Attachment attachment) {
            return new AttachmentView(
                    attachment.id(),
                    attachment.name(),
                    attachment.type(),
                    attachment.bytes(),
                    attachment.sm3(),
                    attachment.storedAt());
        }
    }

    /** One whole file; without an owner it belongs to the posting until a form takes it. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    AttachmentView uploadFile(
            Acting by, @RequestPart MultipartFile file, @RequestParam(required = false) @Nullable String owner) {
        try {
            var stored = files.upload(
                    by,
                    owner == null ? PostingFiles.ownerOf(by) : owner,
                    Optional.ofNullable(file.getOriginalFilename()).orElse(""),
                    Optional.ofNullable(file.getContentType()).orElse(""),
                    file.getBytes());
            return AttachmentView.of(stored);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/{id}/about")
    AttachmentView describeFile(Acting reader, @PathVariable UUID id) {
        return AttachmentView.of(files.open(reader, new FileId(id)));
    }

    /** The bytes; {@code inline} asks the browser to show a picture instead of saving it. */
    @GetMapping("/{id}")
    void downloadFile(
            Acting reader,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean inline,
            HttpServletResponse response)
            throws IOException {
        var file = files.open(reader, new FileId(id));
        var shown = inline
                && FileType.ofMediaType(file.type()).filter(FileType::isPicture).isPresent();
        guard(response, file.type());
        response.setContentLengthLong(file.bytes());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                        .filename(file.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        for (var number = 0; ; number++) {
            var piece = rows.piece(file.id(), number);
            if (piece.isEmpty()) {
                return;
            }
            response.getOutputStream().write(piece.get());
        }
    }

    /** A JPEG no larger than 320 x 320; pictures only. */
    @GetMapping("/{id}/thumbnail")
    void downloadThumbnail(Acting reader, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        var file = files.open(reader, new FileId(id));
        var bytes = rows.thumbnail(file.id()).orElseThrow(() -> Refusal.because(FilesReason.NO_THUMBNAIL));
        guard(response, FileType.JPEG.mediaType());
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static void guard(HttpServletResponse response, String type) {
        response.setContentType(type);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }
}
