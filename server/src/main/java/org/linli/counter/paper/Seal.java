package org.linli.counter.paper;

import java.awt.Color;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfGState;

/**
 * A round red seal drawn from the unit's name, marked as a sample (样章): it shows where the seal stands and is no seal
 * of state.
 *
 * @param unit the name around the edge
 * @param caption what stands under the star, such as 受理专用章; empty for the official seal
 */
record Seal(String unit, String caption) {

    /** 40 mm across, in points. */
    static final float SIZE = 113.4f;

    private static final Color RED = new Color(0xC8, 0x16, 0x1D);
    private static final String SAMPLE = "样章";

    void draw(PdfContentByte canvas, float centreX, float centreY) {
        canvas.saveState();
        var state = new PdfGState();
        state.setFillOpacity(0.82f);
        state.setStrokeOpacity(0.82f);
        state.setBlendMode(PdfGState.BM_MULTIPLY);
        canvas.setGState(state);
        canvas.setColorStroke(RED);
        canvas.setColorFill(RED);
        var radius = SIZE / 2;
        canvas.setLineWidth(2.6f);
        canvas.circle(centreX, centreY, radius - 1.3f);
        canvas.stroke();
        star(canvas, centreX, centreY + 1, 16);
        arc(canvas, centreX, centreY, radius);
        line(canvas, caption, centreX, centreY - 29, 10.5f);
        line(canvas, SAMPLE, centreX, centreY - (caption.isEmpty() ? 30 : 43), 8f);
        canvas.restoreState();
    }

    private static void star(PdfContentByte canvas, float x, float y, float radius) {
        for (var point = 0; point < 10; point++) {
            var length = point % 2 == 0 ? radius : radius * 0.382;
            var angle = Math.PI / 2 + point * Math.PI / 5;
            var px = (float) (x + length * Math.cos(angle));
            var py = (float) (y + length * Math.sin(angle));
            if (point == 0) {
                canvas.moveTo(px, py);
            } else {
                canvas.lineTo(px, py);
            }
        }
        canvas.closePath();
        canvas.fill();
    }

    /** The name along the upper edge, from left to right; a long name is set narrower. */
    private void arc(PdfContentByte canvas, float centreX, float centreY, float radius) {
        var count = unit.codePointCount(0, unit.length());
        var span = Math.toRadians(Math.min(252, 28 * (count - 1)));
        var step = count == 1 ? 0 : span / (count - 1);
        var size = count > 18 ? 11.5f : 13.5f;
        var baseline = radius - 6 - size;
        var narrow = (float) Math.clamp(step * (baseline + size * 0.4) / size, 0.42, 1.0);
        var angle = Math.PI / 2 + span / 2;
        for (var codePoint : unit.codePoints().toArray()) {
            glyph(canvas, codePoint, size, narrow, angle, centreX, centreY, baseline);
            angle -= step;
        }
    }

    private static void glyph(
            PdfContentByte canvas,
            int codePoint,
            float size,
            float narrow,
            double angle,
            float x,
            float y,
            float radius) {
        var text = Character.toString(codePoint);
        var font = PaperFonts.fontFor(codePoint).orElseThrow();
        var half = font.getWidthPoint(text, size) * narrow / 2;
        var turn = angle - Math.PI / 2;
        var cos = (float) Math.cos(turn);
        var sin = (float) Math.sin(turn);
        var px = (float) (x + radius * Math.cos(angle)) - half * cos;
        var py = (float) (y + radius * Math.sin(angle)) - half * sin;
        canvas.beginText();
        canvas.setFontAndSize(font, size);
        bold(canvas, 0.3f);
        canvas.setTextMatrix(cos * narrow, sin * narrow, -sin, cos, px, py);
        canvas.showText(text);
        canvas.endText();
    }

    private static void line(PdfContentByte canvas, String text, float x, float y, float size) {
        canvas.beginText();
        canvas.setFontAndSize(PaperFonts.main(), size);
        bold(canvas, 0.2f);
        canvas.setTextMatrix(x - PaperFonts.main().getWidthPoint(text, size) / 2, y);
        canvas.showText(text);
        canvas.endText();
    }

    private static void bold(PdfContentByte canvas, float stroke) {
        canvas.setLineWidth(stroke);
        canvas.setTextRenderingMode(PdfContentByte.TEXT_RENDER_MODE_FILL_STROKE);
    }
}
