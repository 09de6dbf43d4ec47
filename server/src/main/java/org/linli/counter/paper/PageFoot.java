package org.linli.counter.paper;

import org.openpdf.text.Document;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/** The foot of every page: the paper's number, and which page of how many, so that pages cannot be exchanged unseen. */
final class PageFoot extends PdfPageEventHelper {

    private static final float SIZE = 9;

    private final String number;
    private @org.jspecify.annotations.Nullable PdfTemplate total;

    PageFoot(String number) {
        this.number = number;
    }

    @Override
    public void onOpenDocument(PdfWriter writer, Document document) {
        total = writer.getDirectContent().createTemplate(60, 14);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        var font = PaperFonts.main();
        var words = number + "\u3000第 " + writer.getPageNumber() + " 页\u3000共 ";
        var width = font.getWidthPoint(words + "9 页", SIZE);
        var x = (document.left() + document.right() - width) / 2;
        var canvas = writer.getDirectContent();
        canvas.beginText();
        canvas.setFontAndSize(font, SIZE);
        canvas.setTextMatrix(x, 36);
        canvas.showText(words);
        canvas.endText();
        if (total != null) {
            canvas.addTemplate(total, x + font.getWidthPoint(words, SIZE), 36);
        }
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        if (total != null) {
            total.beginText();
            total.setFontAndSize(PaperFonts.main(), SIZE);
            total.setTextMatrix(0, 0);
            total.showText((writer.getPageNumber() - 1) + " 页");
            total.endText();
        }
    }
}
