package org.linli.files;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.linli.shared.Refusal;

/** Decodes pictures within bounds and makes their thumbnails. */
final class Pictures {

    private static final int THUMBNAIL = 320;

    private Pictures() {}

    /** A JPEG no larger than 320 x 320, upright. Making it decodes the whole picture, so a broken one is found out. */
    static byte[] thumbnail(byte[] picture, long mostPixels) {
        try {
            return jpeg(scaled(decoded(picture, mostPixels), CameraNotes.orientation(picture)));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw Refusal.because(FilesReason.BROKEN, "JPEG/PNG");
        }
    }

    /** The size is read before anything is decoded, and only every nth pixel is kept, so memory stays small. */
    private static BufferedImage decoded(byte[] picture, long mostPixels) throws IOException {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new IOException("no reader");
            }
            var reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return decoded(reader, mostPixels);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage decoded(ImageReader reader, long mostPixels) throws IOException {
        var pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > mostPixels) {
            throw Refusal.because(FilesReason.TOO_MANY_PIXELS, pixels / 1_000_000, mostPixels / 1_000_000);
        }
        var every = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (2 * THUMBNAIL));
        var parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(every, every, 0, 0);
        return reader.read(0, parameters);
    }

    private static BufferedImage scaled(BufferedImage picture, int orientation) {
        var turned = orientation >= 5;
        var width = turned ? picture.getHeight() : picture.getWidth();
        var height = turned ? picture.getWidth() : picture.getHeight();
        var scale = Math.min(1.0, (double) THUMBNAIL / Math.max(width, height));
        var small = new BufferedImage(
                Math.max(1, (int) Math.round(width * scale)),
                Math.max(1, (int) Math.round(height * scale)),
                BufferedImage.TYPE_INT_RGB);
        var graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, small.getWidth(), small.getHeight());
        var upright = AffineTransform.getScaleInstance(scale, scale);
        upright.concatenate(upright(orientation, picture.getWidth(), picture.getHeight()));
        graphics.drawImage(picture, upright, null);
        graphics.dispose();
        return small;
    }

    /** EXIF orientations 1 to 8 as the movement that sets the picture upright. */
    private static AffineTransform upright(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, "jpeg", bytes)) {
            throw new IOException("no writer");
        }
        return bytes.toByteArray();
    }
}
