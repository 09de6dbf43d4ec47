package org.linli.counter.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaperSheetTests {

    private static final PaperTemplates TEMPLATES = new PaperTemplates();
    private static final String UNIT = "包头市昆都仑区少先路街道社区中心站";
    private static final String NUMBER = "昆少先受〔2026〕第000123号";
    private static final String CODE = "7KQ2M9XR4TAB3C5D6E8F";
    private static final String ADDRESS = "https://linli.example/check/";

    static List<PaperTemplate> templates() {
        return TEMPLATES.all();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void printsEveryPaperWithItsTextAndACodeThatReads(PaperTemplate template) throws Exception {
        var pdf = PaperSheet.draw(content(template, SamplePapers.fieldsFor(template), SamplePapers.MATERIALS));
        keep(template.kind().key(), pdf);

        assertThat(textOf(pdf))
                .contains(template.title().zh(), NUMBER, UNIT, "赵秀英", "2026年3月2日", "扫码核验真伪")
                .doesNotContain("{", "[", "null");
        assertThat(codeIn(pdf)).isEqualTo(ADDRESS + CODE);
    }

    @Test
    void showsEveryPageAsAPictureWhoseCodeReads() throws Exception {
        var template = TEMPLATES.find(PaperKind.RECEIPT).orElseThrow();
        var many = java.util.Collections.nCopies(60, SamplePapers.MATERIALS.get(1));

        var pages = PaperPictures.of(PaperSheet.draw(content(template, SamplePapers.fieldsFor(template), many)));

        assertThat(pages).hasSize(3);
        assertThat(codeOn(javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(pages.getLast()))))
                .isEqualTo(ADDRESS + CODE);
    }

    @Test
    void printsRareCharactersOfNames() throws Exception {
        var template = TEMPLATES.find(PaperKind.RECEIPT).orElseThrow();
        var fields = new HashMap<>(SamplePapers.fieldsFor(template));
        fields.put("agent", "𠮷田䶮㛃");

        var text = textOf(PaperSheet.draw(content(template, fields, List.of())));

        assertThat(text).contains("𠮷田䶮㛃");
    }

    @Test
    void printsCharactersOfEveryFontOnOnePaper() throws Exception {
        var template = TEMPLATES.find(PaperKind.RECEIPT).orElseThrow();
        var fields = new HashMap<>(SamplePapers.fieldsFor(template));
        fields.put("agent", "王婷玥囍𠮷");

        var text = textOf(PaperSheet.draw(content(template, fields, List.of())));

        assertThat("王婷囍𠮷".codePoints().mapToObj(one -> PaperFonts.fontFor(one).orElseThrow()))
                .doesNotHaveDuplicates();
        assertThat(text).contains("王婷玥囍𠮷");
    }

    @Test
    void embedsLittleOfTheFontForEverydayCharacters() throws Exception {
        var template = TEMPLATES.find(PaperKind.RECEIPT).orElseThrow();

        var pdf = PaperSheet.draw(content(template, SamplePapers.fieldsFor(template), List.of()));

        assertThat(pdf).hasSizeLessThan(60_000);
    }

    @Test
    void namesTheCharacterItCannotPrint() {
        assertThat(PaperFonts.unprintable("王\u1820芳")).contains("\u1820");
        assertThat(PaperFonts.unprintable("王\uE863芳")).contains("\uE863");
        assertThat(PaperFonts.unprintable("王芳 𠮷䶮㛃 〔2026〕 Wang")).isEmpty();
    }

    @Test
    void runsOverSeveralPagesWithTheNumberOnEach() throws Exception {
        var template = TEMPLATES.find(PaperKind.RECEIPT).orElseThrow();
        var many = java.util.Collections.nCopies(60, SamplePapers.MATERIALS.get(1));

        var pdf = PaperSheet.draw(content(template, SamplePapers.fieldsFor(template), many));
        keep("receipt-long", pdf);

        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
            for (var page = 1; page <= 3; page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document)).contains(NUMBER, "第 " + page + " 页", "共 3 页");
            }
        }
        assertThat(codeIn(pdf)).isEqualTo(ADDRESS + CODE);
    }

    @Test
    void leavesOutWhatIsNotGiven() throws Exception {
        var template = TEMPLATES.find(PaperKind.ACCEPTANCE).orElseThrow();
        var fields = new HashMap<>(SamplePapers.fieldsFor(template));
        fields.keySet().removeAll(List.of("department", "phone", "statutoryDays"));

        var text = textOf(PaperSheet.draw(content(template, fields, List.of())));

        assertThat(text).contains("承诺办结时限").doesNotContain("法定办结时限", "咨询电话", "办理部门");
    }

    private static PaperSheet.Content content(
            PaperTemplate template, Map<String, Object> fields, List<PaperOrder.Material> materials) {
        var values = new HashMap<>(fields);
        values.putAll(NumberedPapers.given(SamplePapers.HOLDER, UNIT, NUMBER, SamplePapers.TODAY));
        return new PaperSheet.Content(
                template,
                UNIT,
                NUMBER,
                SamplePapers.TODAY,
                values,
                materials,
                CODE,
                ADDRESS,
                java.util.Optional.empty());
    }

    private static String textOf(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\R", "");
        }
    }

    private static String codeIn(byte[] pdf) throws IOException, ReaderException {
        try (var document = Loader.loadPDF(pdf)) {
            var last = document.getNumberOfPages() - 1;
            return codeOn(new PDFRenderer(document).renderImageWithDPI(last, 200));
        }
    }

    private static String codeOn(java.awt.image.BufferedImage image) throws ReaderException {
        var bitmap = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image)));
        var hints = Map.of(DecodeHintType.TRY_HARDER, true);
        return new QRCodeReader().decode(bitmap, hints).getText();
    }

    /** Kept as build output, to be looked at. */
    private static void keep(String name, byte[] pdf) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "papers"));
        Files.write(folder.resolve(name + ".pdf"), pdf);
    }
}
