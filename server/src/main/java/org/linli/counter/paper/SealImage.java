package org.linli.counter.paper;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.linli.shared.StartRefusal;
import org.openpdf.text.Image;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfGState;

/** A unit's own electronic seal (电子印章) as a picture with a transparent ground, checked as it is read. */
final class SealImage {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final long MOST_BYTES = 2L * 1024 * 1024;
    private static final int LEAST_PIXELS = 300;
    private static final int MOST_PIXELS = 2000;
    private static final int LONGEST_TO_SHORTEST = 2;

    private final Image image;

    private SealImage(Image image) {
        this.image = image;
    }

    /** @throws StartRefusal with one sentence that names the file and what is wrong with it */
    static SealImage read(Path file) {
        try {
            var bytes = bytes(file);
            var picture = ImageIO.read(new ByteArrayInputStream(bytes));
            var fault = picture == null ? Optional.of("is damaged") : fault(picture);
            if (fault.isPresent()) {
                throw refused(file, fault.get());
            }
            return new SealImage(Image.getInstance(bytes));
        } catch (IOException e) {
            throw refused(file, "cannot be read");
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw refused(file, "is missing");
        }
        if (Files.size(file) > MOST_BYTES) {
            throw refused(file, "is larger than 2 MB");
        }
        var bytes = Files.readAllBytes(file);
        if (!Arrays.equals(Arrays.copyOf(bytes, PNG.length), PNG)) {
            throw refused(file, "is not a PNG");
        }
        return bytes;
    }

    private static Optional<String> fault(BufferedImage picture) {
        var shorter = Math.min(picture.getWidth(), picture.getHeight());
        var longer = Math.max(picture.getWidth(), picture.getHeight());
        if (shorter < LEAST_PIXELS || longer > MOST_PIXELS) {
            return Optional.of("has %d x %d pixels; from %d to %d a side are needed"
                    .formatted(picture.getWidth(), picture.getHeight(), LEAST_PIXELS, MOST_PIXELS));
        }
        if (longer > shorter * LONGEST_TO_SHORTEST) {
            return Optional.of("is more than twice as long as wide, which no seal is");
        }
        return hasClearGround(picture)
                ? Optional.empty()
                : Optional.of("has no transparent ground, so it would hide what it is pressed on");
    }

    /** The corners, where a round or oval seal has nothing. */
    private static boolean hasClearGround(BufferedImage picture) {
        var right = picture.getWidth() - 1;
        var bottom = picture.getHeight() - 1;
        int[][] corners = {{0, 0}, {right, 0}, {0, bottom}, {right, bottom}};
        return picture.getColorModel().hasAlpha()
                && Arrays.stream(corners).allMatch(corner -> picture.getRGB(corner[0], corner[1]) >>> 24 == 0);
    }

    private static StartRefusal refused(Path file, String fault) {
        return new StartRefusal("The seal " + file.toAbsolutePath() + " " + fault
                + "; put a PNG with a transparent ground there, or take its setting (linli.counter.paper.seals) away."
                + " 印章图片不合要求：请换成背景透明的 PNG，或删去该项设置。");
    }

    /** As large as the seal itself, its middle at this point. */
    void draw(PdfContentByte canvas, float centreX, float centreY) {
        var pressed = Image.getInstance(image);
        pressed.scaleToFit(Seal.SIZE, Seal.SIZE);
        pressed.setAbsolutePosition(centreX - pressed.getScaledWidth() / 2, centreY - pressed.getScaledHeight() / 2);
        canvas.saveState();
        var state = new PdfGState();
        state.setBlendMode(PdfGState.BM_MULTIPLY);
        canvas.setGState(state);
        canvas.addImage(pressed);
        canvas.restoreState();
    }
}
