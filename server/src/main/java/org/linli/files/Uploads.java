package org.linli.files;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Uploads that may be interrupted and taken up again, part by part. */
@Service
class Uploads {

    /** How far an upload is; the file once it is complete. */
    record Progress(UUID id, long received, long length, java.time.Instant expiresAt, Optional<FileId> file) {}

    private final UploadRows rows;
    private final StoredFiles files;
    private final FilesSettings settings;
    private final Clock clock;

    Uploads(UploadRows rows, StoredFiles files, FilesSettings settings, Clock clock) {
        this.rows = rows;
        this.files = files;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    Progress start(Acting by, String owner, String name, String declaredType, long length) {
        files.requireMayAttach(by, owner);
        if (length <= 0) {
            throw Refusal.because(FilesReason.EMPTY);
        }
        if (length > settings.largest().toBytes()) {
            throw Refusal.because(FilesReason.TOO_LARGE, settings.largest().toMegabytes());
        }
        var now = clock.instant();
        var expiresAt = now.plus(settings.unfinishedKept());
        var id = files.uploadId(owner);
        if (rows.isExpired(id, now)) {
            rows.drop(id);
        }
        var fresh = new UploadRows.Upload(id, owner, name, declaredType, length, 0, expiresAt, null);
        rows.add(by, fresh, now);
        var held = held(by, id);
        if (held.length() == length && held.file() == null) {
            return progress(held);
        }
        // Its sender begins anew, because what came before was not what it announced.
        rows.drop(id);
        rows.add(by, fresh, now);
        return progress(held(by, id));
    }

    @Transactional
    Progress progress(Acting by, UUID id) {
        return progress(held(by, id));
    }

    /** Adds a part that must begin where the last one ended; with the last part the file is checked and stored. */
    @Transactional
    Progress append(Acting by, UUID id, long at, byte[] part) {
        var upload = held(by, id);
        if (at != upload.received() || upload.file() != null) {
            throw Refusal.because(FilesReason.WRONG_OFFSET, upload.received());
        }
        if (at + part.length > upload.length()) {
            throw Refusal.because(FilesReason.MALFORMED_UPLOAD);
        }
        if (part.length > 0) {
            rows.append(id, at, part);
        }
        if (at + part.length == upload.length()) {
            var bytes = rows.bytes(id);
            var stored = files.upload(by, upload.owner(), upload.name(), upload.declaredType(), bytes);
            rows.finish(id, stored.id());
        }
        return progress(held(by, id));
    }

    @Transactional
    void cancel(Acting by, UUID id) {
        rows.drop(held(by, id).id());
    }

    @Transactional
    int dropExpired() {
        return rows.dropExpired(clock.instant());
    }

    private UploadRows.Upload held(Acting by, UUID id) {
        return rows.hold(by, id, clock.instant()).orElseThrow(() -> Refusal.because(FilesReason.UNKNOWN_UPLOAD));
    }

    private static Progress progress(UploadRows.Upload upload) {
        return new Progress(
                upload.id(),
                upload.received(),
                upload.length(),
                upload.expiresAt(),
                Optional.ofNullable(upload.file()).map(FileId::new));
    }
}
