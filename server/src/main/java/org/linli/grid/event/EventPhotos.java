package org.linli.grid.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.files.Attachments;
import org.linli.files.FileId;
import org.linli.grid.event.Photo.Origin;
import org.linli.sync.SyncedPhotos;
import org.springframework.stereotype.Component;

/** Files of photos: uploaded at a desk, or sent by a phone when it has the time. */
@Component
class EventPhotos {

    private final Attachments attachments;
    private final SyncedPhotos synced;

    EventPhotos(Attachments attachments, SyncedPhotos synced) {
        this.attachments = attachments;
        this.synced = synced;
    }

    /** Makes an upload of the actor the event's; one from a phone is announced, and comes by itself. */
    void assign(Acting by, UUID event, Photo photo) {
        var file = new FileId(photo.id());
        if (photo.origin() == Origin.DESK && attachments.find(file).isPresent()) {
            attachments.assign(by, file, EventFiles.ownerOf(event));
        }
    }

    /** The files of those photos that have come. */
    Map<UUID, FileId> arrived(List<Photo> photos) {
        var found = new HashMap<UUID, FileId>();
        photos.stream()
                .filter(photo -> photo.origin() == Origin.DESK)
                .forEach(photo -> found.put(photo.id(), new FileId(photo.id())));
        var phone = photos.stream()
                .filter(photo -> photo.origin() == Origin.PHONE)
                .map(Photo::id)
                .toList();
        if (!phone.isEmpty()) {
            synced.find(phone).forEach((id, photo) -> photo.file().ifPresent(file -> found.put(id, file)));
        }
        return found;
    }
}
