package org.linli.rights.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A paper's pages as PNG, which every browser shows and prints alike. */
public final class SheetPictures {

    private static final float DOTS_PER_INCH = 160;

    private SheetPictures() {}

    public static List<byte[]> of(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var renderer = new PDFRenderer(document);
            var pages = new ArrayList<byte[]>();
            for (var page = 0; page < document.getNumberOfPages(); page++) {
                var png = new ByteArrayOutputStream();
                ImageIO.write(renderer.renderImageWithDPI(page, DOTS_PER_INCH, ImageType.RGB), "png", png);
                pages.add(png.toByteArray());
            }
            return List.copyOf(pages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
