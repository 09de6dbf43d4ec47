package org.linli.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.shared.Ids;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Checks, stores and hands out files, and erases them when their time is over. */
@Service
class StoredFiles implements Attachments {

    private static final Pattern OWNER = Pattern.compile("[a-z][a-z.-]{0,39}:[A-Za-z0-9._-]{1,80}");
    private static final int ERASED_AT_A_TIME = 100;

    private final FileRows rows;
    private final Inspection inspection;
    private final FilesSettings settings;
    private final AuditTrail audit;
    private final Clock clock;
    private final Map<String, FileReaders> readers = new HashMap<>();

    StoredFiles(
            FileRows rows,
            Inspection inspection,
            FilesSettings settings,
            AuditTrail audit,
            Clock clock,
            List<FileReaders> readers) {
        this.rows = rows;
        this.inspection = inspection;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
        readers.forEach(each -> this.readers.put(each.kind(), each));
    }

    @Override
    @Transactional
    public Attachment store(Acting by, String owner, String name, String declaredType, InputStream bytes) {
        return store(by, owner, name, declaredType, bounded(bytes));
    }

    @Transactional
    Attachment store(Acting by, String owner, String name, String declaredType, byte[] bytes) {
        requireOwner(owner);
        var passed = inspection.pass(name, declaredType, bytes);
        var stored = rows.add(by, owner, passed, sm3(passed.bytes()), clock.instant());
        keepAsLongAsItsOwnerSays(stored.id(), owner);
        audit.note(by, "files.file.store", "file:" + stored.id().value(), Map.of("owner", owner));
        return stored;
    }

    /** An upload from outside, which needs the owner's consent. */
    @Transactional
    Attachment upload(Acting by, String owner, String name, String declaredType, byte[] bytes) {
        requireMayAttach(by, owner);
        var stored = store(by, owner, name, declaredType, bytes);
        reader(owner).ifPresent(each -> each.uploaded(by, owner, stored.id(), sha256(bytes), bytes.length));
        return stored;
    }

    /** The identifier an upload is to have. */
    UUID uploadId(String owner) {
        return reader(owner).flatMap(each -> each.uploadId(owner)).orElseGet(Ids::next);
    }

    void requireMayAttach(Acting by, String owner) {
        requireOwner(owner);
        if (!reader(owner).map(each -> each.mayAttach(by, owner)).orElse(false)) {
            throw Refusal.because(FilesReason.NOT_ALLOWED);
        }
    }

    @Override
    public Optional<Attachment> find(FileId id) {
        return rows.find(id).filter(row -> row.erasedAt() == null).map(FileRows.FileRow::attachment);
    }

    @Override
    public byte[] read(FileId id) {
        require(id);
        var bytes = new ByteArrayOutputStream();
        for (var number = 0; ; number++) {
            var piece = rows.piece(id, number);
            if (piece.isEmpty()) {
                return bytes.toByteArray();
            }
            bytes.writeBytes(piece.get());
        }
    }

    @Override
    @Transactional
    public void assign(Acting by, FileId id, String owner) {
        requireOwner(owner);
        require(id);
        if (!rows.assign(id, PostingFiles.ownerOf(by), owner)) {
            throw Refusal.because(FilesReason.NOT_ALLOWED);
        }
        keepAsLongAsItsOwnerSays(id, owner);
        audit.note(by, "files.file.assign", "file:" + id.value(), Map.of("owner", owner));
    }

    @Override
    @Transactional
    public void keep(FileId id, Retention retention) {
        if (!rows.keep(id, retention)) {
            throw Refusal.because(FilesReason.UNKNOWN_FILE);
        }
    }

    private void keepAsLongAsItsOwnerSays(FileId id, String owner) {
        reader(owner).ifPresent(each -> rows.keep(id, each.retention(owner, LocalDate.now(clock))));
    }

    /** The file for somebody who opens it; noted in the audit trail. Without the right it is as if it did not exist. */
    @Transactional
    Attachment open(Acting reader, FileId id) {
        var row = require(id);
        var owner = reader(row.owner())
                .filter(each -> each.mayRead(reader, row.owner()))
                .orElseThrow(() -> Refusal.because(FilesReason.UNKNOWN_FILE));
        audit.note(reader, "files.file.read", "file:" + id.value(), Map.of("owner", row.owner()));
        owner.opened(reader, row.owner(), id);
        return row.attachment();
    }

    /** Erases the bytes of files whose last day is over; their rows stay and say when. */
    @Transactional
    int eraseOutlived() {
        var outlived = rows.outlived(LocalDate.now(clock), ERASED_AT_A_TIME);
        for (var id : outlived) {
            rows.erase(id, clock.instant());
            audit.note(Acting.system("files"), "files.file.erase", "file:" + id.value(), Map.of());
        }
        return outlived.size();
    }

    private FileRows.FileRow require(FileId id) {
        var row = rows.find(id).orElseThrow(() -> Refusal.because(FilesReason.UNKNOWN_FILE));
        if (row.erasedAt() != null) {
            throw Refusal.because(FilesReason.ERASED, row.attachment().name());
        }
        return row;
    }

    private Optional<FileReaders> reader(String owner) {
        return Optional.ofNullable(readers.get(owner.substring(0, owner.indexOf(':'))));
    }

    private static void requireOwner(String owner) {
        if (!OWNER.matcher(owner).matches()) {
            throw Refusal.ofField("owner", FilesReason.MALFORMED_OWNER);
        }
    }

    /** One byte more than allowed is enough to know that it is too large. */
    private byte[] bounded(InputStream bytes) {
        try {
            return bytes.readNBytes((int) settings.largest().toBytes() + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static String sm3(byte[] bytes) {
        var digest = new SM3Digest();
        digest.update(bytes, 0, bytes.length);
        var sum = new byte[digest.getDigestSize()];
        digest.doFinal(sum, 0);
        return HexFormat.of().formatHex(sum);
    }
}
