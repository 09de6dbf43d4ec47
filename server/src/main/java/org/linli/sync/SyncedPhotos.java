package org.linli.sync;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.linli.files.FileId;

/** Photos taken on phones (现场照片): announced with a change, received later, bound once both agree. */
public interface SyncedPhotos {

    /** How far a photo has come. */
    enum State {
        /** A change announced it; the file has not come. */
        EXPECTED,
        /** The file has come; no change has announced it yet. */
        RECEIVED,
        /** Announced, received, and the file has the announced SHA-256. */
        BOUND,
        /** What came was not what was announced. */
        REFUSED
    }

    /** @param file present once the photo was received */
    record Photo(UUID id, State state, long bytes, Optional<FileId> file) {}

    /** What is known of photos by the identifier the phone gave them; unknown ones are left out. */
    Map<UUID, Photo> find(Collection<UUID> ids);
}
