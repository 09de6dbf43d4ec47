package org.linli.files;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Small files of every type, and a few wicked ones. */
final class SampleFiles {

    private SampleFiles() {}

    static byte[] picture(String format, int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillRect(0, 0, width, height / 2);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    /** A photo as a phone takes it: lying on its side, with its place and a comment. */
    static byte[] photoWithPlace() {
        var plain = picture("jpeg", 80, 40);
        var exif = "Exif\0\0MM\0*\0\0\0\b\0\1\1\22\0\3\0\0\0\1\0\6\0\0\0\0\0\0GPS 40.6420 109.8382"
                .getBytes(StandardCharsets.ISO_8859_1);
        var photo = new ByteArrayOutputStream();
        photo.write(plain, 0, 2);
        segment(photo, 0xE1, exif);
        segment(photo, 0xFE, "taken at home".getBytes(StandardCharsets.ISO_8859_1));
        photo.write(plain, 2, plain.length - 2);
        photo.writeBytes("hidden behind the end".getBytes(StandardCharsets.ISO_8859_1));
        return photo.toByteArray();
    }

    static byte[] pdf() {
        return "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] archive(String... entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write("<xml/>".getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    /** A few hundred kilobytes that unpack to hundreds of megabytes. */
    static byte[] bomb() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("OFD.xml"));
            for (var i = 0; i < 64; i++) {
                zip.write(new byte[1 << 20]);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static void segment(ByteArrayOutputStream into, int marker, byte[] content) {
        into.write(0xFF);
        into.write(marker);
        into.write((content.length + 2) >> 8);
        into.write((content.length + 2) & 0xFF);
        into.writeBytes(content);
    }
}
