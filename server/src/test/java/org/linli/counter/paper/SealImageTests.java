package org.linli.counter.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.area.Areas;
import org.linli.counter.paper.PaperSettings.SealFiles;
import org.linli.shared.StartRefusal;
import org.linli.testing.Actings;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;

@LinliTest
class SealImageTests {

    private static final Color INK = new Color(10, 60, 200);

    @TempDir
    Path folder;

    @Autowired
    Areas areas;

    @Autowired
    PaperTemplates templates;

    @Test
    void isPressedOnPapersInsteadOfTheSample() throws IOException {
        var seal = SealImage.read(round(600, 600));
        for (var kind : List.of(PaperKind.ACCEPTANCE, PaperKind.RECEIPT)) {
            var paper = paper(kind, Optional.of(seal));
            assertThat(textOf(paper)).doesNotContain("样章");
            assertThat(inked(paper)).isTrue();
        }
        var sample = paper(PaperKind.RECEIPT, Optional.empty());
        assertThat(textOf(sample)).contains("样章");
        assertThat(inked(sample)).isFalse();
    }

    @Test
    void belongsToOneUnitAndOneKind() throws IOException {
        var station = Actings.SHAOXIANLU_STATION;
        var images = images(Map.of(station.value(), new SealFiles(null, round(400, 400))));
        assertThat(images.of(station, PaperTemplate.SealKind.ACCEPTANCE)).isPresent();
        assertThat(images.of(station, PaperTemplate.SealKind.OFFICIAL)).isEmpty();
    }

    @Test
    void refusesAUnitThatDoesNotExist() throws IOException {
        var file = round(400, 400);
        assertThatThrownBy(() -> images(Map.of("ST-999999999", new SealFiles(file, null))))
                .isInstanceOf(StartRefusal.class)
                .hasMessageContaining("ST-999999999");
    }

    @Test
    void refusesWhatIsNoSeal() throws IOException {
        assertRefused(folder.resolve("nowhere.png"), "is missing");
        assertRefused(Files.writeString(folder.resolve("a.png"), "GIF89a"), "is not a PNG");
        var whole = Files.readAllBytes(round(400, 400));
        var cut = Files.write(folder.resolve("cut.png"), java.util.Arrays.copyOf(whole, 60));
        assertThatThrownBy(() -> SealImage.read(cut)).isInstanceOf(StartRefusal.class);
        assertRefused(Files.write(folder.resolve("big.png"), new byte[3 * 1024 * 1024]), "is larger than 2 MB");
        assertRefused(round(120, 120), "has 120 x 120 pixels");
        assertRefused(round(2400, 2400), "has 2400 x 2400 pixels");
        assertRefused(round(1200, 400), "twice as long");
        assertRefused(picture(new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB)), "no transparent ground");
        var filled = new BufferedImage(400, 400, BufferedImage.TYPE_INT_ARGB);
        var pen = filled.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 400, 400);
        assertRefused(picture(filled), "no transparent ground");
    }

    private void assertRefused(Path file, String fault) {
        assertThatThrownBy(() -> SealImage.read(file))
                .isInstanceOf(StartRefusal.class)
                .hasMessageContaining(fault)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("背景透明的 PNG");
    }

    private SealImages images(Map<String, SealFiles> seals) {
        return new SealImages(new PaperSettings("http://127.0.0.1/check/", "昆", 60, seals), areas);
    }

    private byte[] paper(PaperKind kind, Optional<SealImage> seal) {
        var template = templates.find(kind).orElseThrow();
        var values = new HashMap<>(SamplePapers.fieldsFor(template));
        var today = LocalDate.of(2026, 3, 2);
        values.putAll(NumberedPapers.given(SamplePapers.HOLDER, "少先路街道社区中心站", "1", today));
        return PaperSheet.draw(new PaperSheet.Content(
                template, "少先路街道社区中心站", "1", today, values, List.of(), "0".repeat(20), "http://127.0.0.1/", seal));
    }

    private Path round(int width, int height) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var pen = picture.createGraphics();
        pen.setColor(INK);
        pen.fillOval(0, 0, width, height);
        pen.dispose();
        return picture(picture);
    }

    private Path picture(BufferedImage picture) throws IOException {
        var file = Files.createTempFile(folder, "seal", ".png");
        ImageIO.write(picture, "png", file.toFile());
        return file;
    }

    private static String textOf(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\R", "");
        }
    }

    private static boolean inked(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var page = new PDFRenderer(document).renderImageWithDPI(document.getNumberOfPages() - 1, 72);
            var ink = 0;
            for (var x = 0; x < page.getWidth(); x++) {
                for (var y = 0; y < page.getHeight(); y++) {
                    var colour = new Color(page.getRGB(x, y));
                    ink += colour.getBlue() > 150 && colour.getRed() < 60 ? 1 : 0;
                }
            }
            return ink > 2000;
        }
    }
}
