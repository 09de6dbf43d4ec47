package org.linli.counter.paper;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.counter.paper.PaperTemplate.Block;
import org.linli.counter.paper.PaperTemplate.Fact;
import org.openpdf.text.Chunk;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/**
 * Draws one paper as PDF on A4: unit, title, number, the template's body, then the check code on the left and unit, date
 * and seal on the right.
 */
final class PaperSheet {

    /** All that stands on one paper; without the unit's own seal one is drawn and marked as a sample. */
    record Content(
            PaperTemplate template,
            String unit,
            String number,
            LocalDate issuedOn,
            Map<String, Object> values,
            List<PaperOrder.Material> materials,
            String checkCode,
            String checkAddress,
            Optional<SealImage> seal) {}

    private static final Color GREY = new Color(0x55, 0x55, 0x55);
    private static final Color LINE = new Color(0x77, 0x77, 0x77);
    private static final Color SHADE = new Color(0xF4, 0xF4, 0xF2);
    private static final float BODY = 13f;
    private static final float LEADING = 22f;
    private static final float QR = 76f;

    private final Content content;
    private final Wording chinese;
    private final Wording english;

    private PaperSheet(Content content) {
        this.content = content;
        this.chinese = Wording.chinese(content.values());
        this.english = Wording.english(content.values());
    }

    static byte[] draw(Content content) {
        return new PaperSheet(content).draw();
    }

    private byte[] draw() {
        var bytes = new ByteArrayOutputStream();
        var document = new Document(PageSize.A4, 72, 68, 56, 58);
        var writer = PdfWriter.getInstance(document, bytes);
        writer.setPageEvent(new PageFoot(content.number()));
        document.addTitle(content.template().title().zh() + " " + content.number());
        document.addAuthor(content.unit());
        document.setDocumentLanguage("zh-CN");
        document.open();
        head(document);
        content.template().body().forEach(block -> add(document, block));
        gloss(document);
        foot(document);
        document.close();
        return bytes.toByteArray();
    }

    private void head(Document document) {
        document.add(centred(content.unit(), 14, 20, 0, false));
        document.add(centred(content.template().title().zh(), 22, 34, 2, true));
        document.add(centred(content.template().title().en(), 10, 15, 0, false));
        var number = centred(content.number(), 11.5f, 20, 6, false);
        number.setAlignment(Element.ALIGN_RIGHT);
        number.setSpacingAfter(10);
        document.add(number);
    }

    private void add(Document document, Block block) {
        switch (block) {
            case Block.To(var text) ->
                chinese.of(text).ifPresent(words -> document.add(paragraph(words, BODY, LEADING, false)));
            case Block.Heading(var text) -> heading(document, text);
            case Block.Say(var text) ->
                chinese.of(text).ifPresent(words -> document.add(paragraph(words, BODY, LEADING, true)));
            case Block.Small(var text) -> chinese.of(text).ifPresent(words -> small(document, words));
            case Block.Facts(var lines) -> facts(document, lines);
            case Block.Materials(var title) -> {
                if (!content.materials().isEmpty()) {
                    document.add(MaterialsTable.of(title, content.materials()));
                }
            }
            case Block.Each(var field) -> each(document, chinese.lines(field));
            case Block.Sign(var roles) -> sign(document, roles);
        }
    }

    private void heading(Document document, String text) {
        var table = new PdfPTable(1);
        table.setWidthPercentage(100);
        table.setSpacingBefore(6);
        table.addCell(plain(bold(text, 12.5f, 0.3f)));
        document.add(table);
    }

    private void small(Document document, String words) {
        var note = paragraph(words, 10.5f, 17, false);
        note.setSpacingBefore(4);
        document.add(note);
    }

    private void each(Document document, List<String> lines) {
        var table = new PdfPTable(new float[] {8, 92});
        table.setWidthPercentage(96);
        table.setSpacingBefore(4);
        table.setSpacingAfter(4);
        for (var i = 0; i < lines.size(); i++) {
            table.addCell(plain(phrase((i + 1) + ".", BODY - 1, LEADING - 3, Color.BLACK)));
            table.addCell(plain(phrase(lines.get(i), BODY - 1, LEADING - 3, Color.BLACK)));
        }
        document.add(table);
    }

    private void facts(Document document, List<Fact> lines) {
        var table = new PdfPTable(new float[] {30, 70});
        table.setWidthPercentage(100);
        table.setSpacingBefore(12);
        table.setSpacingAfter(4);
        for (var line : lines) {
            chinese.of(line.value()).ifPresent(value -> {
                var label = phrase(line.zh(), 11, 14, Color.BLACK);
                label.addAll(phrase("  " + line.en(), 8, 10, GREY).getChunks());
                var left = ruled(label);
                left.setBackgroundColor(SHADE);
                table.addCell(left);
                table.addCell(ruled(phrase(value, 12, 18, Color.BLACK)));
            });
        }
        document.add(table);
    }

    private void sign(Document document, List<String> roles) {
        var table = new PdfPTable(roles.size());
        table.setWidthPercentage(100);
        table.setSpacingBefore(8);
        table.setKeepTogether(true);
        for (var role : roles) {
            var words = phrase(role + "\uFF1A", 12, 24, Color.BLACK);
            words.addAll(phrase("\n\u3000\u3000\u3000\u3000年\u3000\u3000月\u3000\u3000日", 12, 24, Color.BLACK)
                    .getChunks());
            var cell = plain(words);
            cell.setLeading(0, 1.9f);
            table.addCell(cell);
        }
        document.add(table);
    }

    private void gloss(Document document) {
        english.of(content.template().gloss()).ifPresent(words -> {
            var gloss = new Paragraph(phrase(words, 9.5f, 14, GREY));
            gloss.setSpacingBefore(4);
            document.add(gloss);
        });
    }

    private void foot(Document document) {
        var table = new PdfPTable(new float[] {50, 50});
        table.setWidthPercentage(100);
        table.setSpacingBefore(10);
        table.setKeepTogether(true);
        table.setSplitRows(false);
        table.addCell(checkCell());
        table.addCell(sealCell());
        document.add(table);
    }

    private PdfPCell checkCell() {
        var words = phrase("扫码核验真伪", 10, 16, Color.BLACK);
        words.addAll(phrase("\nScan to check this paper", 8, 12, GREY).getChunks());
        words.addAll(phrase("\n核验码 " + CheckCodes.grouped(content.checkCode()), 8.5f, 15, Color.BLACK)
                .getChunks());
        var cell = plain(words);
        cell.setPaddingLeft(QR + 10);
        cell.setVerticalAlignment(Element.ALIGN_BOTTOM);
        cell.setMinimumHeight(Seal.SIZE + 6);
        cell.setPaddingBottom(6);
        cell.setCellEvent((drawn, place, canvases) -> QrMark.draw(
                canvases[PdfPTable.TEXTCANVAS],
                content.checkAddress() + content.checkCode(),
                place.getLeft(),
                place.getBottom() + 6,
                QR));
        return cell;
    }

    /** The seal stands over unit and date, as it would be pressed on them (骑年盖月). */
    private PdfPCell sealCell() {
        var words = phrase(content.unit(), 13, 24, Color.BLACK);
        words.addAll(phrase("\n" + Wording.dateInChinese(content.issuedOn()), 13, 24, Color.BLACK)
                .getChunks());
        var cell = plain(words);
        cell.setHorizontalAlignment(Element.ALIGN_CENTER);
        cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
        var caption = content.template().seal() == PaperTemplate.SealKind.ACCEPTANCE ? "受理专用章" : "";
        cell.setCellEvent((drawn, place, canvases) -> {
            var canvas = canvases[PdfPTable.TEXTCANVAS];
            var x = (place.getLeft() + place.getRight()) / 2;
            var y = (place.getTop() + place.getBottom()) / 2 - 4;
            content.seal()
                    .ifPresentOrElse(
                            own -> own.draw(canvas, x, y), () -> new Seal(content.unit(), caption).draw(canvas, x, y));
        });
        return cell;
    }

    private static Paragraph centred(String text, float size, float leading, float before, boolean strong) {
        var paragraph = new Paragraph(leading, "", font(size));
        paragraph.addAll((strong ? bold(text, size, 0.5f) : phrase(text, size, leading, Color.BLACK)).getChunks());
        paragraph.setAlignment(Element.ALIGN_CENTER);
        paragraph.setSpacingBefore(before);
        return paragraph;
    }

    private static Paragraph paragraph(String text, float size, float leading, boolean indented) {
        var paragraph = new Paragraph(leading, "", font(size));
        paragraph.addAll(phrase(text, size, leading, Color.BLACK).getChunks());
        paragraph.setFirstLineIndent(indented ? 2 * size : 0);
        return paragraph;
    }

    static Phrase phrase(String text, float size, float leading, Color colour) {
        var phrase = new Phrase(leading, "", font(size));
        for (var run : PaperFonts.runs(text)) {
            var chunk = new Chunk(run.text(), new Font(run.font(), size, Font.NORMAL, colour));
            chunk.setSplitCharacter(LineBreaks.INSTANCE);
            phrase.add(chunk);
        }
        return phrase;
    }

    /** There is one weight of the font; a thin outline in the same colour makes it bold. */
    static Phrase bold(String text, float size, float outline) {
        var phrase = phrase(text, size, size * 1.5f, Color.BLACK);
        for (var chunk : phrase.getChunks()) {
            ((Chunk) chunk).setTextRenderMode(PdfContentByte.TEXT_RENDER_MODE_FILL_STROKE, outline, Color.BLACK);
        }
        return phrase;
    }

    private static Font font(float size) {
        return new Font(PaperFonts.main(), size);
    }

    static PdfPCell plain(Phrase phrase) {
        var cell = new PdfPCell(phrase);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(0);
        cell.setLeading(0, 1.6f);
        return cell;
    }

    static PdfPCell ruled(Phrase phrase) {
        var cell = new PdfPCell(phrase);
        cell.setBorderColor(LINE);
        cell.setBorderWidth(0.5f);
        cell.setLeading(0, 1.3f);
        cell.setPadding(5);
        cell.setPaddingTop(2);
        cell.setPaddingBottom(5);
        cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
        return cell;
    }
}
