package org.linli.sync.photo;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.area.Areas;
import org.linli.files.FileId;
import org.linli.shared.Page;
import org.linli.shared.Refusal;
import org.linli.sync.SyncReason;
import org.linli.sync.SyncedPhotos.State;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How far photos have come, and which never came. */
@RestController
@RequestMapping("/api/sync/photos")
class PhotoController {

    private static final int MOST = 200;
    private static final int PAGE = 50;

    private final StoredPhotos photos;
    private final Areas areas;

    PhotoController(StoredPhotos photos, Areas areas) {
        this.photos = photos;
        this.areas = areas;
    }

    /** How far a photo has come. */
    enum PhotoState {
        expected,
        received,
        bound,
        refused;

        static PhotoState of(State state) {
            return valueOf(state.name().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * A photo of the phone's own.
     *
     * @param bytes of the file that was stored
     * @param code why it was refused
     */
    record PhotoView(
            UUID id,
            PhotoState state,
            long bytes,
            @Nullable UUID file,
            @Nullable String code) {}

    @GetMapping
    List<PhotoView> listPhotos(Acting by, @RequestParam List<UUID> ids) {
        if (ids.size() > MOST) {
            throw Refusal.ofField("ids", SyncReason.MALFORMED);
        }
        return photos.own(by, ids).stream().map(PhotoController::view).toList();
    }

    /** A photo that was announced and has not come for days. */
    record MissingPhotoView(UUID id, String holder, String area, String type, UUID entity, Instant expectedAt) {}

    @GetMapping("/missing")
    Page<MissingPhotoView> listMissingPhotos(
            Acting by, @RequestParam Optional<String> area, @RequestParam Optional<UUID> after) {
        var place = area.map(code -> areas.requireDivision(code).code()).orElse(by.area());
        var rows = photos.missing(by, place, after.orElse(null), PAGE + 1);
        var shown = rows.subList(0, Math.min(PAGE, rows.size()));
        var next = rows.size() > PAGE ? Optional.of(shown.getLast().id().toString()) : Optional.<String>empty();
        return new Page<>(shown, next)
                .map(one -> new MissingPhotoView(
                        one.id(), one.holder(), one.area(), one.type(), one.entity(), one.expectedAt()));
    }

    private static PhotoView view(SyncedPhotoRows.Row photo) {
        return new PhotoView(
                photo.id(),
                PhotoState.of(photo.state()),
                photo.bytes(),
                photo.file().map(FileId::value).orElse(null),
                photo.state() == State.REFUSED ? "sync.photo-differs" : null);
    }
}
