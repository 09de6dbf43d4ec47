package org.linli.files;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.linli.shared.Refusal;

/**
 * What cameras and programs note inside pictures: place, time, device, comments. It is taken out by leaving segments
 * away, so the picture itself stays bit for bit; only which way is up is kept.
 */
final class CameraNotes {

    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COMMENT = 0xFE;
    private static final int START_OF_SCAN = 0xDA;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int ORIENTATION_TAG = 0x0112;
    private static final int PNG_SIGNATURE = 8;

    /** PNG chunks that a picture needs or that change its colours. */
    private static final Set<String> PNG_KEPT =
            Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs");

    private CameraNotes() {}

    static byte[] withoutJpeg(byte[] jpeg) {
        var orientation = orientation(jpeg);
        var kept = new ByteArrayOutputStream(jpeg.length);
        kept.write(jpeg, 0, 2);
        if (orientation != 1) {
            kept.writeBytes(orientationOnly(orientation));
        }
        var at = 2;
        while (true) {
            var marker = marker(jpeg, at);
            if (marker == START_OF_SCAN) {
                return withScan(jpeg, at, kept);
            }
            var length = length(jpeg, at);
            var note = marker > APP0 && marker <= APP15 && marker != APP2 && marker != APP14;
            if (!note && marker != COMMENT) {
                kept.write(jpeg, at, length);
            }
            at += length;
        }
    }

    static byte[] withoutPng(byte[] png) {
        var kept = new ByteArrayOutputStream(png.length);
        kept.write(png, 0, PNG_SIGNATURE);
        var at = PNG_SIGNATURE;
        while (at + 12 <= png.length) {
            var length = ByteBuffer.wrap(png, at, 4).getInt();
            if (length < 0 || at + 12L + length > png.length) {
                break;
            }
            var type = new String(png, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (PNG_KEPT.contains(type)) {
                kept.write(png, at, 12 + length);
            }
            if (type.equals("IEND")) {
                return kept.toByteArray();
            }
            at += 12 + length;
        }
        throw Refusal.because(FilesReason.BROKEN, "PNG");
    }

    /** EXIF orientation 1 to 8; 1, upright, for anything that does not say. */
    static int orientation(byte[] picture) {
        try {
            var at = 2;
            while (at + 4 < picture.length && (picture[0] & 0xFF) == 0xFF) {
                var marker = marker(picture, at);
                if (marker == START_OF_SCAN) {
                    return 1;
                }
                var length = length(picture, at);
                if (marker == APP1 && Arrays.equals(picture, at + 4, at + 10, EXIF, 0, EXIF.length)) {
                    return orientation(
                            ByteBuffer.wrap(picture, at + 10, length - 10).slice());
                }
                at += length;
            }
            return 1;
        } catch (IndexOutOfBoundsException | IllegalArgumentException | Refusal e) {
            return 1;
        }
    }

    private static int orientation(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = tiff.getInt(4);
        var entries = tiff.getShort(directory);
        for (var i = 0; i < entries; i++) {
            var entry = directory + 2 + 12 * i;
            if (tiff.getShort(entry) == ORIENTATION_TAG) {
                var value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }

    /** An EXIF segment with the one entry. */
    private static byte[] orientationOnly(int orientation) {
        var segment = ByteBuffer.allocate(36);
        segment.put((byte) 0xFF).put((byte) APP1).putShort((short) 34).put(EXIF);
        segment.putShort((short) 0x4D4D).putShort((short) 42).putInt(8).putShort((short) 1);
        segment.putShort((short) ORIENTATION_TAG).putShort((short) 3).putInt(1).putShort((short) orientation);
        segment.putShort((short) 0).putInt(0);
        return segment.array();
    }

    /** From the scan on nothing is looked at but the end, behind which cameras and others hide more. */
    private static byte[] withScan(byte[] jpeg, int at, ByteArrayOutputStream kept) {
        for (var i = jpeg.length - 2; i > at; i--) {
            if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == 0xD9) {
                kept.write(jpeg, at, i + 2 - at);
                return kept.toByteArray();
            }
        }
        throw Refusal.because(FilesReason.BROKEN, "JPEG");
    }

    private static int marker(byte[] jpeg, int at) {
        if (at + 4 > jpeg.length || (jpeg[at] & 0xFF) != 0xFF) {
            throw Refusal.because(FilesReason.BROKEN, "JPEG");
        }
        return jpeg[at + 1] & 0xFF;
    }

    /** Of the whole segment with its marker. */
    private static int length(byte[] jpeg, int at) {
        var length = 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
        if (length < 4 || at + length > jpeg.length) {
            throw Refusal.because(FilesReason.BROKEN, "JPEG");
        }
        return length;
    }
}
