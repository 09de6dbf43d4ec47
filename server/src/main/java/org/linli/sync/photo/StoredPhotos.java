package org.linli.sync.photo;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.files.FileId;
import org.linli.shared.DivisionCode;
import org.linli.sync.PhotoBound;
import org.linli.sync.SyncSettings;
import org.linli.sync.SyncWords;
import org.linli.sync.SyncedPhotos;
import org.linli.sync.contributions.Change;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings together what a change announced and what an upload brought, in whichever order they come. */
@Service
public class StoredPhotos implements SyncedPhotos {

    private final SyncedPhotoRows rows;
    private final ApplicationEventPublisher events;
    private final SyncSettings settings;
    private final Clock clock;

    StoredPhotos(SyncedPhotoRows rows, ApplicationEventPublisher events, SyncSettings settings, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /** A change announces its photos, in the transaction that stores its result. Another's photo is nobody's to announce. */
    public void expect(Acting by, String type, Change change) {
        var sorted = change.attachments().stream()
                .sorted(Comparator.comparing(Change.Attachment::id))
                .toList();
        for (var attachment : sorted) {
            var known = rows.holdOrAdd(by, attachment.id());
            if (known.account().equals(by.account()) && known.mutation() == null) {
                rows.expect(attachment.id(), change, type, attachment.sha256(), clock.instant());
                settle(attachment.id());
            }
        }
    }

    /** An upload is whole. The same photo again changes nothing. */
    void received(Acting by, UUID id, FileId file, String sha256, long bytes) {
        if (rows.holdOrAdd(by, id).state() == State.BOUND) {
            return;
        }
        rows.receive(id, file, sha256, bytes, clock.instant());
        settle(id);
    }

    /** Whether somebody may send this photo: it is theirs, or nobody's yet. */
    boolean maySend(Acting by, UUID id) {
        return rows.find(List.of(id)).stream().allMatch(row -> row.account().equals(by.account()));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, Photo> find(Collection<UUID> ids) {
        return rows.find(ids).stream()
                .collect(Collectors.toMap(
                        SyncedPhotoRows.Row::id, row -> new Photo(row.id(), row.state(), row.bytes(), row.file())));
    }

    Optional<SyncedPhotoRows.Row> find(UUID id) {
        return rows.find(List.of(id)).stream().findFirst();
    }

    List<SyncedPhotoRows.Row> own(Acting by, Collection<UUID> ids) {
        by.require(SyncWords.USE);
        return rows.find(ids).stream()
                .filter(row -> row.account().equals(by.account()))
                .toList();
    }

    List<SyncedPhotoRows.Missing> missing(Acting by, DivisionCode area, @Nullable UUID after, int limit) {
        by.require(SyncWords.READ_EXCEPTIONS, area);
        return rows.missing(area, clock.instant().minus(settings.photoMissingAfter()), after, limit);
    }

    private void settle(UUID id) {
        var photo = rows.find(List.of(id)).getFirst();
        var state = stateOf(photo);
        rows.state(id, state, clock.instant());
        if (state == State.BOUND && photo.mutation() != null && photo.type() != null && photo.entity() != null) {
            events.publishEvent(
                    new PhotoBound(id, photo.file().orElseThrow(), photo.mutation(), photo.type(), photo.entity()));
        }
    }

    private static State stateOf(SyncedPhotoRows.Row photo) {
        if (photo.file().isEmpty()) {
            return State.EXPECTED;
        }
        if (photo.sha256() == null) {
            return State.RECEIVED;
        }
        return photo.sha256().equals(photo.receivedSha256()) ? State.BOUND : State.REFUSED;
    }
}
