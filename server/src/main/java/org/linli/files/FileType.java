package org.linli.files;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The types of files that are taken. WebP is not, because the platform cannot decode it and so cannot check it. */
enum FileType {
    JPEG("image/jpeg", Set.of("image/jpg", "image/pjpeg"), "jpg", "jpeg"),
    PNG("image/png", Set.of(), "png"),
    PDF("application/pdf", Set.of("application/x-pdf"), "pdf"),
    OFD("application/ofd", Set.of("application/vnd.ofd", "application/zip", "application/x-zip-compressed"), "ofd"),
    DOCX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Set.of("application/zip", "application/x-zip-compressed"),
            "docx"),
    XLSX(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Set.of("application/zip", "application/x-zip-compressed"),
            "xlsx"),
    TEXT("text/plain", Set.of(), "txt"),
    MP3("audio/mpeg", Set.of("audio/mp3"), "mp3"),
    WAV("audio/vnd.wave", Set.of("audio/wav", "audio/x-wav", "audio/wave"), "wav"),
    M4A("audio/mp4", Set.of("audio/x-m4a", "video/mp4", "audio/m4a"), "m4a");

    private static final Set<String> NO_CLAIM = Set.of("", "application/octet-stream", "binary/octet-stream");

    private final String mediaType;
    private final Set<String> alsoCalled;
    private final List<String> endings;

    FileType(String mediaType, Set<String> alsoCalled, String... endings) {
        this.mediaType = mediaType;
        this.alsoCalled = alsoCalled;
        this.endings = List.of(endings);
    }

    String mediaType() {
        return mediaType;
    }

    /** The usual ending of a name. */
    String ending() {
        return endings.getFirst();
    }

    boolean isPicture() {
        return this == JPEG || this == PNG;
    }

    boolean fitsEnding(String ending) {
        return endings.contains(ending.toLowerCase(Locale.ROOT));
    }

    /** Whether what the sender declares is this type, or no claim at all. */
    boolean fitsClaim(String declared) {
        var bare = declared.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return NO_CLAIM.contains(bare) || bare.equals(mediaType) || alsoCalled.contains(bare);
    }

    static Optional<FileType> ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst();
    }
}
