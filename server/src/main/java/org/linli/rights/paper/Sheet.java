package org.linli.rights.paper;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.linli.shared.Names;
import org.openpdf.text.Chunk;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfGState;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/**
 * One paper of the desk on A4.
 *
 * @param watermark repeated across every page: for whom, by whom and when it was made
 */
public record Sheet(Names title, String unit, String number, String watermark, List<Block> blocks) {

    private static final Color GREY = new Color(0x55, 0x55, 0x55);
    private static final Color LINE = new Color(0x77, 0x77, 0x77);
    private static final Color SHADE = new Color(0xF4, 0xF4, 0xF2);
    private static final float FAINT = 0.10f;

    /** A part of a paper. */
    public sealed interface Block {

        /** A heading with its English beside it. */
        record Heading(Names text) implements Block {}

        /** A paragraph. */
        record Say(String text) implements Block {}

        /** A paragraph in small grey type. */
        record Small(String text) implements Block {}

        /** Facts in two or three columns. */
        record Table(List<Line> lines) implements Block {}
    }

    /** A line of a table; {@code beside} may be empty. */
    public record Line(Names name, String value, String beside) {}

    public Sheet {
        blocks = List.copyOf(blocks);
    }

    /** The paper as PDF. */
    public byte[] draw() {
        var bytes = new ByteArrayOutputStream();
        var document = new Document(PageSize.A4, 64, 60, 56, 60);
        var writer = PdfWriter.getInstance(document, bytes);
        writer.setPageEvent(new Marks());
        document.addTitle(title.zh() + " " + number);
        document.addAuthor(unit);
        document.setDocumentLanguage("zh-CN");
        document.open();
        document.add(centred(unit, 13, Color.BLACK));
        document.add(centred(title.zh(), 20, Color.BLACK));
        document.add(centred(title.en(), 10, GREY));
        var line = new Paragraph(phrase(number, 11, Color.BLACK));
        line.setAlignment(Element.ALIGN_RIGHT);
        line.setSpacingAfter(8);
        document.add(line);
        blocks.forEach(block -> add(document, block));
        document.close();
        return bytes.toByteArray();
    }

    private static void add(Document document, Block block) {
        switch (block) {
            case Block.Heading(var text) -> {
                var heading = new Paragraph(phrase(text.zh() + "  " + text.en(), 12, Color.BLACK));
                heading.setSpacingBefore(8);
                heading.setSpacingAfter(3);
                heading.setKeepTogether(true);
                document.add(heading);
            }
            case Block.Say(var text) -> document.add(paragraph(text, 12, Color.BLACK));
            case Block.Small(var text) -> document.add(paragraph(text, 9, GREY));
            case Block.Table(var lines) -> document.add(table(lines));
        }
    }

    private static PdfPTable table(List<Line> lines) {
        var beside = lines.stream().anyMatch(line -> !line.beside().isEmpty());
        var table = new PdfPTable(beside ? new float[] {30, 50, 20} : new float[] {32, 68});
        table.setWidthPercentage(100);
        table.setSpacingBefore(3);
        table.setSpacingAfter(6);
        for (var line : lines) {
            var name = phrase(line.name().zh(), 10.5f, Color.BLACK);
            if (!line.name().en().equals(line.name().zh())) {
                name.addAll(phrase("\n" + line.name().en(), 8, GREY).getChunks());
            }
            var left = cell(name);
            left.setBackgroundColor(SHADE);
            table.addCell(left);
            table.addCell(cell(phrase(line.value(), 10.5f, Color.BLACK)));
            if (beside) {
                table.addCell(cell(phrase(line.beside(), 9, GREY)));
            }
        }
        return table;
    }

    private static Paragraph centred(String text, float size, Color colour) {
        var paragraph = paragraph(text, size, colour);
        paragraph.setAlignment(Element.ALIGN_CENTER);
        return paragraph;
    }

    private static Paragraph paragraph(String text, float size, Color colour) {
        var paragraph = new Paragraph(phrase(text, size, colour));
        paragraph.setLeading(size * 1.6f);
        paragraph.setSpacingAfter(3);
        return paragraph;
    }

    private static Phrase phrase(String text, float size, Color colour) {
        var phrase = new Phrase(size * 1.45f, "", new Font(SheetFonts.main(), size));
        for (var run : SheetFonts.runs(text)) {
            phrase.add(new Chunk(run.text(), new Font(run.font(), size, Font.NORMAL, colour)));
        }
        return phrase;
    }

    private static PdfPCell cell(Phrase phrase) {
        var cell = new PdfPCell(phrase);
        cell.setBorderColor(LINE);
        cell.setBorderWidth(0.5f);
        cell.setLeading(0, 1.3f);
        cell.setPadding(4);
        cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
        return cell;
    }

    /** The watermark over every page, and its number at the foot. */
    private final class Marks extends PdfPageEventHelper {

        @Override
        public void onEndPage(PdfWriter writer, Document document) {
            var canvas = writer.getDirectContent();
            var font = SheetFonts.main();
            canvas.saveState();
            var faint = new PdfGState();
            faint.setFillOpacity(FAINT);
            canvas.setGState(faint);
            canvas.beginText();
            canvas.setFontAndSize(font, 15);
            for (var y = 90; y < 860; y += 150) {
                for (var x = -40; x < 600; x += 330) {
                    canvas.showTextAligned(Element.ALIGN_LEFT, watermark, x + y % 300 / 3f, y, 28);
                }
            }
            canvas.endText();
            canvas.restoreState();
            canvas.beginText();
            canvas.setFontAndSize(font, 9);
            canvas.showTextAligned(Element.ALIGN_CENTER, number + "　第 " + writer.getPageNumber() + " 页", 298, 36, 0);
            canvas.endText();
        }
    }
}
