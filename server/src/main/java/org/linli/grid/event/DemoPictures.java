package org.linli.grid.event;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Drawn stairwells for the demo: with things piled up before, and swept after. */
final class DemoPictures {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;

    private DemoPictures() {}

    static byte[] before(int seed) {
        return jpeg(seed, true);
    }

    static byte[] after(int seed) {
        return jpeg(seed, false);
    }

    private static byte[] jpeg(int seed, boolean piled) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        room(pen);
        if (piled) {
            pile(pen, new Random(seed));
        }
        pen.dispose();
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "jpg", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void room(Graphics2D pen) {
        pen.setPaint(new GradientPaint(0, 0, new Color(0xd9d4c7), 0, HEIGHT, new Color(0xb8b2a3)));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(new Color(0x8c8577));
        pen.fillRect(0, 330, WIDTH, 150);
        pen.setColor(new Color(0x5a6b5d));
        pen.fillRect(410, 90, 120, 240);
        pen.setColor(new Color(0x9aa79c));
        pen.fillOval(505, 205, 12, 12);
        pen.setColor(new Color(0x6f695c));
        for (var step = 0; step < 5; step++) {
            pen.fillRect(30 + step * 34, 300 - step * 34, 300 - step * 34, 10);
        }
    }

    private static void pile(Graphics2D pen, Random random) {
        for (var box = 0; box < 9; box++) {
            var wide = 50 + random.nextInt(70);
            var high = 40 + random.nextInt(60);
            pen.setColor(new Color(0x7a + random.nextInt(60), 0x55 + random.nextInt(40), 0x30 + random.nextInt(30)));
            pen.fillRect(180 + random.nextInt(220), 420 - high - random.nextInt(90), wide, high);
        }
        pen.setColor(new Color(0x30, 0x32, 0x38));
        pen.drawOval(330, 330, 70, 70);
        pen.drawOval(430, 330, 70, 70);
        pen.drawLine(365, 365, 465, 365);
    }
}
