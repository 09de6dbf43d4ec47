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
     * @param sm3 its SM3 digest in lower-case hexadecimal
     */
    record Attachment(FileId id, String name, String type, long bytes, String sm3, Instant storedAt) {}

    /**
     * Stores the bytes in the caller's transaction.
     *
     * @param declaredType what the sender says it is
     * @param owner what it belongs to, as {@code kind:identifier}
     * @throws org.linli.shared.Refusal when it is empty, too large, of a type not taken, or not of the type it claims
     */
    Attachment store(Acting by, String owner, String name, String declaredType, InputStream bytes);

    Optional<Attachment> find(FileId id);

    byte[] read(FileId id);
}
