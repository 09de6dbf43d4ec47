package org.linli.cardreader;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A photo for a make-believe card: head and shoulders, 102 by 126, small enough for a card's 1024 bytes. */
final class Silhouette {

    private static final int WIDTH = 102;
    private static final int HEIGHT = 126;
    private static final byte[] RED = {(byte) 0xE6, 0x5B, 0x3A, 0x6E};
    private static final byte[] GREEN = {(byte) 0xEC, 0x6F, 0x5A, 0x4A};
    private static final byte[] BLUE = {(byte) 0xF2, (byte) 0x82, 0x70, 0x52};

    private Silhouette() {}

    static byte[] png(int colour) {
        var image = new BufferedImage(
                WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY, new IndexColorModel(2, 4, RED, GREEN, BLUE));
        for (var y = 0; y < HEIGHT; y++) {
            for (var x = 0; x < WIDTH; x++) {
                var head = Math.hypot((x - 51) / 21.0, (y - 48) / 26.0) < 1;
                var shoulders = Math.hypot((x - 51) / 44.0, (y - 128) / 46.0) < 1;
                image.getRaster().setSample(x, y, 0, head || shoulders ? colour : 0);
            }
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
