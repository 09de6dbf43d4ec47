package org.linli.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Component;

/** Finds out what a file truly is, and refuses what is not taken, what lies, and what is broken or booby-trapped. */
@Component
class Inspection {

    /** A file that may be stored: its true type, and its bytes without what a camera noted. */
    record Passed(FileType type, String name, byte[] bytes, byte[] thumbnail) {}

    private static final int TAIL = 1024;

    private final FilesSettings settings;

    Inspection(FilesSettings settings) {
        this.settings = settings;
    }

    Passed pass(String name, String declaredType, byte[] bytes) {
        if (bytes.length == 0) {
            throw Refusal.because(FilesReason.EMPTY);
        }
        if (bytes.length > settings.largest().toBytes()) {
            throw Refusal.because(FilesReason.TOO_LARGE, settings.largest().toMegabytes());
        }
        var type = typeOf(bytes);
        if (!type.fitsClaim(declaredType)) {
            throw Refusal.because(FilesReason.NOT_WHAT_IT_CLAIMS, declaredType, type.mediaType());
        }
        var cleaned = FileName.cleaned(name, type);
        return switch (type) {
            case JPEG -> picture(type, cleaned, CameraNotes.withoutJpeg(bytes));
            case PNG -> picture(type, cleaned, CameraNotes.withoutPng(bytes));
            case PDF -> new Passed(type, cleaned, wholePdf(bytes), new byte[0]);
            case OFD, DOCX, XLSX, TEXT, MP3, WAV, M4A -> new Passed(type, cleaned, bytes, new byte[0]);
        };
    }

    private Passed picture(FileType type, String name, byte[] bytes) {
        var thumbnail = Pictures.thumbnail(bytes, settings.mostPixels());
        return new Passed(type, name, bytes, thumbnail);
    }

    private static FileType typeOf(byte[] bytes) {
        return switch (magic(bytes)) {
            case "image/jpeg" -> FileType.JPEG;
            case "image/png" -> FileType.PNG;
            case "application/pdf" -> FileType.PDF;
            case "audio/mpeg" -> FileType.MP3;
            case "audio/vnd.wave" -> FileType.WAV;
            case "audio/mp4" -> FileType.M4A;
            case "application/zip" -> Archives.typeOf(bytes);
            case "application/x-tika-ooxml" -> Archives.typeOf(bytes);
            default -> textOrNothing(bytes);
        };
    }

    private static String magic(byte[] bytes) {
        try {
            return MimeTypes.getDefaultMimeTypes()
                    .detect(new ByteArrayInputStream(bytes), new Metadata())
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Text is what is valid UTF-8 without control characters and does not look like a page or a script. */
    private static FileType textOrNothing(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            var plain = text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
            if (plain && magic(bytes).equals("text/plain")) {
                return FileType.TEXT;
            }
        } catch (CharacterCodingException e) {
            // not text, so it is nothing that is taken
        }
        throw Refusal.because(FilesReason.TYPE_NOT_TAKEN);
    }

    private static byte[] wholePdf(byte[] bytes) {
        var tail = new String(
                bytes, Math.max(0, bytes.length - TAIL), Math.min(TAIL, bytes.length), StandardCharsets.ISO_8859_1);
        var head = new String(bytes, 0, Math.min(5, bytes.length), StandardCharsets.ISO_8859_1);
        if (!head.equals("%PDF-") || !tail.contains("%%EOF")) {
            throw Refusal.because(FilesReason.BROKEN, "PDF");
        }
        return bytes;
    }
}
