package org.linli.sync.photo;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.files.FileId;
import org.linli.files.FileReaders;
import org.linli.files.Retention;
import org.linli.shared.DivisionCode;
import org.linli.sync.SyncWords;
import org.springframework.stereotype.Component;

/** Who may send and see photos from phones: whoever took them, and whoever decides about what phones sent there. */
@Component
class PhotoFiles implements FileReaders {

    private static final int YEARS = 3;

    private final StoredPhotos photos;

    PhotoFiles(StoredPhotos photos) {
        this.photos = photos;
    }

    @Override
    public String kind() {
        return "sync.photo";
    }

    @Override
    public boolean mayRead(Acting reader, String owner) {
        return FileReaders.idOf(owner)
                .flatMap(photos::find)
                .filter(photo -> photo.account().equals(reader.account())
                        || reader.may(SyncWords.READ_CONFLICTS) && reader.area().covers(DivisionCode.of(photo.area())))
                .isPresent();
    }

    @Override
    public boolean mayAttach(Acting by, String owner) {
        return by.may(SyncWords.USE)
                && FileReaders.idOf(owner).filter(id -> photos.maySend(by, id)).isPresent();
    }

    /** The phone goes on with an upload it began even when it never heard the answer. */
    @Override
    public Optional<UUID> uploadId(String owner) {
        return FileReaders.idOf(owner);
    }

    @Override
    public void uploaded(Acting by, String owner, FileId file, String sha256, long bytes) {
        FileReaders.idOf(owner).ifPresent(id -> photos.received(by, id, file, sha256, bytes));
    }

    /** Until the module whose record it belongs to says anew. */
    @Override
    public Retention retention(String owner, LocalDate attached) {
        return Retention.years("field-photo", YEARS, attached);
    }
}
