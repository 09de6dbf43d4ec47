package org.linli.counter.paper;

import java.awt.Color;
import java.util.List;
import org.linli.shared.Names;
import org.openpdf.text.Element;
import org.openpdf.text.pdf.PdfPTable;

/** The table of materials on a paper; its head is repeated on every page it runs over. */
final class MaterialsTable {

    private static final List<String> HEAD = List.of("序号", "材料名称", "形式", "份数", "情况");

    private MaterialsTable() {}

    static PdfPTable of(Names title, List<PaperOrder.Material> materials) {
        var table = new PdfPTable(new float[] {8, 44, 18, 9, 21});
        table.setWidthPercentage(100);
        table.setSpacingBefore(10);
        table.setSpacingAfter(4);
        table.setHeaderRows(2);
        var caption = PaperSheet.plain(PaperSheet.bold(title.zh() + "\u3000" + title.en(), 12, 0.3f));
        caption.setColspan(HEAD.size());
        caption.setPaddingBottom(5);
        table.addCell(caption);
        for (var word : HEAD) {
            var cell = PaperSheet.ruled(PaperSheet.bold(word, 10.5f, 0.25f));
            cell.setHorizontalAlignment(Element.ALIGN_CENTER);
            cell.setBackgroundColor(new Color(0xF4, 0xF4, 0xF2));
            table.addCell(cell);
        }
        for (var i = 0; i < materials.size(); i++) {
            var material = materials.get(i);
            add(table, String.valueOf(i + 1), true);
            add(table, material.name(), false);
            add(table, material.form(), true);
            add(table, String.valueOf(material.copies()), true);
            add(table, material.state(), true);
        }
        return table;
    }

    private static void add(PdfPTable table, String text, boolean centred) {
        var cell = PaperSheet.ruled(PaperSheet.phrase(text, 10.5f, 15, Color.BLACK));
        cell.setHorizontalAlignment(centred ? Element.ALIGN_CENTER : Element.ALIGN_LEFT);
        table.addCell(cell);
    }
}
