package org.linli.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.shared.Refusal;
import org.springframework.util.unit.DataSize;

class InspectionTests {

    private final Inspection inspection =
            new Inspection(new FilesSettings(DataSize.ofMegabytes(1), 1_000_000, Duration.ofHours(1)));

    @Test
    void takesEveryTypeOfTheList() {
        assertThat(type("a.jpg", SampleFiles.picture("jpeg", 40, 30))).isEqualTo(FileType.JPEG);
        assertThat(type("a.png", SampleFiles.picture("png", 40, 30))).isEqualTo(FileType.PNG);
        assertThat(type("a.pdf", SampleFiles.pdf())).isEqualTo(FileType.PDF);
        assertThat(type("a.ofd", SampleFiles.archive("OFD.xml"))).isEqualTo(FileType.OFD);
        assertThat(type("a.docx", SampleFiles.archive("[Content_Types].xml", "word/document.xml")))
                .isEqualTo(FileType.DOCX);
        assertThat(type("a.xlsx", SampleFiles.archive("[Content_Types].xml", "xl/workbook.xml")))
                .isEqualTo(FileType.XLSX);
        assertThat(type("a.mp3", "ID3\3\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(FileType.MP3);
        assertThat(type("a.wav", "RIFF\44\0\0\0WAVEfmt ".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(FileType.WAV);
        assertThat(type("a.m4a", "\0\0\0 ftypM4A \0\0\0\0".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(FileType.M4A);
        assertThat(type("a.txt", "邻里:一切正常。\n".getBytes(StandardCharsets.UTF_8))).isEqualTo(FileType.TEXT);
    }

    @Test
    void refusesWhatLiesAboutItsType() {
        refuses(FilesReason.NOT_WHAT_IT_CLAIMS, "a.pdf", "image/jpeg", SampleFiles.pdf());
        refuses(FilesReason.MISLEADING_NAME, "a.jpg", "", SampleFiles.pdf());
    }

    @Test
    void refusesTypesThatAreNotTaken() {
        refuses(
                FilesReason.TYPE_NOT_TAKEN,
                "a.txt",
                "",
                "<html><script>x()</script></html>".getBytes(StandardCharsets.UTF_8));
        refuses(FilesReason.TYPE_NOT_TAKEN, "a.txt", "", new byte[] {'M', 'Z', 0, 1, 2, 3});
        refuses(FilesReason.TYPE_NOT_TAKEN, "a.txt", "", new byte[] {(byte) 0xC3, (byte) 0x28, 'x'});
        refuses(FilesReason.TYPE_NOT_TAKEN, "a.docx", "", SampleFiles.archive("run.exe"));
        refuses(
                FilesReason.TYPE_NOT_TAKEN,
                "a.docx",
                "",
                SampleFiles.archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"));
    }

    @Test
    void refusesEmptyAndLargeFiles() {
        refuses(FilesReason.EMPTY, "a.pdf", "", new byte[0]);
        refuses(FilesReason.TOO_LARGE, "a.pdf", "", new byte[(1 << 20) + 1]);
    }

    @Test
    void refusesPicturesThatBreakOffOrHaveTooManyPixels() {
        var jpeg = SampleFiles.picture("jpeg", 400, 300);
        refuses(FilesReason.BROKEN, "a.jpg", "", Arrays.copyOf(jpeg, jpeg.length / 2));
        var png = SampleFiles.picture("png", 400, 300);
        refuses(FilesReason.BROKEN, "a.png", "", Arrays.copyOf(png, png.length / 2));
        refuses(FilesReason.BROKEN, "a.jpg", "", new byte[] {
            (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J'
        });
        refuses(FilesReason.TOO_MANY_PIXELS, "a.png", "", SampleFiles.picture("png", 1001, 1000));
    }

    @Test
    void refusesDocumentsThatBreakOffOrUnpackWithoutEnd() {
        refuses(FilesReason.BROKEN, "a.pdf", "", "%PDF-1.4\nbroken off".getBytes(StandardCharsets.UTF_8));
        refuses(FilesReason.UNPACKS_TOO_LARGE, "a.ofd", "", SampleFiles.bomb());
    }

    @Test
    void takesPlaceAndCommentOutOfPhotosButKeepsThemUpright() throws Exception {
        var passed = inspection.pass("photo.jpg", "image/jpeg", SampleFiles.photoWithPlace());
        var text = new String(passed.bytes(), StandardCharsets.ISO_8859_1);
        assertThat(text).doesNotContain("GPS").doesNotContain("taken at home").doesNotContain("hidden");
        assertThat(CameraNotes.orientation(passed.bytes())).isEqualTo(6);
        assertThat(ImageIO.read(new ByteArrayInputStream(passed.bytes())).getWidth())
                .isEqualTo(80);
        var thumbnail = ImageIO.read(new ByteArrayInputStream(passed.thumbnail()));
        assertThat(thumbnail.getWidth()).isEqualTo(40);
        assertThat(thumbnail.getHeight()).isEqualTo(80);
        // what was the lower, dark half lies to the left once the photo stands upright
        assertThat(thumbnail.getRGB(5, 40) & 0xFF0000).isLessThan(0x400000);
        assertThat(thumbnail.getRGB(35, 40) & 0xFF0000).isGreaterThan(0xC00000);
    }

    @ParameterizedTest
    @CsvSource({
        "a.pdf, a.pdf",
        "../../etc/a.pdf, a.pdf",
        "C:\\docs\\a.pdf, a.pdf",
        "户口簿 2024.10.pdf, 户口簿 2024.10.pdf",
        "no-ending, no-ending.pdf",
        "'', file.pdf",
        "A.PDF, A.PDF"
    })
    void cleansNames(String given, String stored) {
        assertThat(FileName.cleaned(given, FileType.PDF)).isEqualTo(stored);
    }

    @Test
    void refusesNamesThatHideAProgramAndSignsThatTurnThemRound() {
        refuses(FilesReason.MISLEADING_NAME, "bill.exe.pdf", "", SampleFiles.pdf());
        refuses(FilesReason.MISLEADING_NAME, "bill.pdf.exe", "", SampleFiles.pdf());
        assertThat(FileName.cleaned("a\u202Efdp\u0000.pdf", FileType.PDF)).isEqualTo("afdp.pdf");
        assertThat(FileName.cleaned("长".repeat(300) + ".pdf", FileType.PDF)).hasSize(120 - 1);
    }

    private FileType type(String name, byte[] bytes) {
        return inspection.pass(name, "", bytes).type();
    }

    private void refuses(FilesReason reason, String name, String declared, byte[] bytes) {
        assertThatThrownBy(() -> inspection.pass(name, declared, bytes))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
