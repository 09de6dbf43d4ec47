package org.linli.files;

import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import org.linli.access.Acting;

/** Files kept for other modules, in the database beside the rows that point at them. */
public interface Attachments {

    /**
     * A stored file.
     *
     * @param type the media type its bytes show, whatever its name says
     * @param sm3 SM3 digest of the stored bytes in lower-case hexadecimal; a picture is stored without its camera's notes
     */
    record Attachment(FileId id, String name, String type, long bytes, String sm3, Instant storedAt) {}

    /**
     * Stores the bytes in the caller's transaction.
     *
     * @param declaredType what the sender says it is
     * @param owner what it belongs to, as {@code kind:identifier}; see {@link FileReaders}
     * @throws org.linli.shared.Refusal when it is empty, too large, of a type not taken, or not of the type it claims
     */
    Attachment store(Acting by, String owner, String name, String declaredType, InputStream bytes);

    /** Empty for unknown files and for those whose bytes were erased. */
    Optional<Attachment> find(FileId id);

    /** @throws org.linli.shared.Refusal when there is no such file, or its bytes were erased */
    byte[] read(FileId id);

    /**
     * Hands a file that somebody uploaded before there was anything to attach it to over to its owner.
     *
     * @throws org.linli.shared.Refusal when the file is not one of the posting's own uploads
     */
    void assign(Acting by, FileId id, String owner);

    /**
     * Says anew how long a file is kept; until then it is as long as {@link FileReaders#retention} says of its owner.
     */
    void keep(FileId id, Retention retention);
}
