package org.linli.counter.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.util.Map;
import org.openpdf.text.pdf.PdfContentByte;

/** A QR code drawn as rectangles, so that it stays sharp at any size. */
final class QrMark {

    private QrMark() {}

    static void draw(PdfContentByte canvas, String content, float x, float y, float size) {
        var cells = encode(content);
        var cell = size / cells.getWidth();
        canvas.saveState();
        canvas.setColorFill(Color.BLACK);
        for (var row = 0; row < cells.getHeight(); row++) {
            drawRow(canvas, cells, row, x, y + size - (row + 1) * cell, cell);
        }
        canvas.fill();
        canvas.restoreState();
    }

    /** Neighbouring dark cells become one rectangle: fewer bytes, and no hairlines between them. */
    private static void drawRow(PdfContentByte canvas, BitMatrix cells, int row, float x, float y, float cell) {
        for (var from = 0; from < cells.getWidth(); from++) {
            var to = from;
            while (to < cells.getWidth() && cells.get(to, row)) {
                to++;
            }
            if (to > from) {
                canvas.rectangle(x + from * cell, y, (to - from) * cell, cell);
                from = to;
            }
        }
    }

    private static BitMatrix encode(String content) {
        try {
            var hints = Map.of(
                    EncodeHintType.ERROR_CORRECTION,
                    ErrorCorrectionLevel.M,
                    EncodeHintType.MARGIN,
                    0,
                    EncodeHintType.CHARACTER_SET,
                    "UTF-8");
            return new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 0, 0, hints);
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
