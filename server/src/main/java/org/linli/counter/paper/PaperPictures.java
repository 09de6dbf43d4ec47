package org.linli.counter.paper;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * A paper's pages as pictures. Whether and how a browser shows a PDF is its own affair; a picture is shown, and printed,
 * by every one.
 */
final class PaperPictures {

    /** Enough for the smallest type of a paper and for its QR code on an office printer. */
    private static final float DOTS_PER_INCH = 200;

    private PaperPictures() {}

    /** PNG by page. */
    static List<byte[]> of(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var pages = new ArrayList<byte[]>();
            for (var page = 0; page < document.getNumberOfPages(); page++) {
                pages.add(page(document, page));
            }
            return List.copyOf(pages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] page(PDDocument document, int page) throws IOException {
        BufferedImage drawn = new PDFRenderer(document).renderImageWithDPI(page, DOTS_PER_INCH, ImageType.RGB);
        var png = new ByteArrayOutputStream();
        ImageIO.write(drawn, "png", png);
        return png.toByteArray();
    }
}
