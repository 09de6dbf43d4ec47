package org.linli.files;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.Acting;

/** Who may read the files of one kind of owner; a bean of the module that knows the owners. Without one, nobody may. */
public interface FileReaders {

    /** The kind in {@code kind:identifier}. */
    String kind();

    /** @param owner the whole {@code kind:identifier} */
    boolean mayRead(Acting reader, String owner);

    /** Hears in the same transaction that a file was opened, so that its owner can note whose data was shown. */
    default void opened(Acting reader, String owner, FileId file) {}

    /** How long a file is kept that is attached to an owner on this day; nothing is kept without an end. */
    Retention retention(String owner, LocalDate attached);

    /** The identifier in {@code kind:identifier}, when it is a UUID. */
    static Optional<UUID> idOf(String owner) {
        try {
            return Optional.of(UUID.fromString(owner.substring(owner.indexOf(':') + 1)));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Whether somebody may upload to an owner; unless said otherwise, whoever may read. */
    default boolean mayAttach(Acting by, String owner) {
        return mayRead(by, owner);
    }

    /** The identifier an upload to this owner has, where its sender chooses it; otherwise a new one is made. */
    default Optional<UUID> uploadId(String owner) {
        return Optional.empty();
    }

    /**
     * Hears in the same transaction that an upload is whole.
     *
     * @param sha256 of the bytes as they came, in lower-case hexadecimal; a picture is stored without its camera's notes
     */
    default void uploaded(Acting by, String owner, FileId file, String sha256, long bytes) {}
}
