package org.linli.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.access.Acting;
import org.linli.shared.Refusal;
import org.linli.testing.Actings;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;

@LinliTest
class AttachmentsTests {

    @Autowired
    StoredFiles files;

    @Autowired
    Uploads uploads;

    @Autowired
    FileController controller;

    @Autowired
    UploadController tus;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    private final Acting clerk = Actings.clerk();

    @Test
    void givesBackWhatWasStored() {
        var bytes = largePdf();
        var stored = files.store(
                clerk, "case:" + UUID.randomUUID(), "申请书.pdf", "application/pdf", new ByteArrayInputStream(bytes));
        assertThat(files.read(stored.id())).isEqualTo(bytes);
        assertThat(files.find(stored.id())).contains(stored);
        assertThat(stored.sm3()).hasSize(64);
    }

    @Test
    void storesTextUnderItsKnownDigest() {
        var stored = files.store(
                clerk,
                "case:1",
                "a.txt",
                "text/plain",
                new ByteArrayInputStream("abc".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(stored.sm3()).isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    @Test
    void showsAFileOnlyToWhomItsOwnerLets() {
        var mine = controller.uploadFile(clerk, pdf(), null);
        assertThat(controller.describeFile(clerk, mine.id().value()).name()).isEqualTo("a.pdf");
        refuses(
                FilesReason.UNKNOWN_FILE,
                () -> controller.describeFile(Actings.clerk(), mine.id().value()));
        files.assign(clerk, mine.id(), "case:" + UUID.randomUUID());
        refuses(
                FilesReason.UNKNOWN_FILE,
                () -> controller.describeFile(clerk, mine.id().value()));
    }

    @Test
    void refusesToAttachToOwnersNobodySpeaksFor() {
        refuses(FilesReason.NOT_ALLOWED, () -> controller.uploadFile(clerk, pdf(), "castle:1"));
        refuses(FilesReason.MALFORMED_OWNER, () -> controller.uploadFile(clerk, pdf(), "no owner"));
        var others = controller.uploadFile(Actings.clerk(), pdf(), null);
        refuses(FilesReason.NOT_ALLOWED, () -> files.assign(clerk, others.id(), "case:1"));
    }

    @Test
    void handsFilesOutSandboxedAndNotesTheReading() throws Exception {
        var photo = new MockMultipartFile("file", "照片.jpg", "image/jpeg", SampleFiles.photoWithPlace());
        var mine = controller.uploadFile(clerk, photo, null);
        var answer = new MockHttpServletResponse();
        controller.downloadFile(clerk, mine.id().value(), true, answer);
        assertThat(answer.getContentType()).isEqualTo("image/jpeg");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("Content-Security-Policy")).contains("sandbox");
        assertThat(answer.getHeader("Content-Disposition")).startsWith("inline").contains("filename*=UTF-8''");
        assertThat(answer.getContentAsByteArray()).hasSize((int) mine.bytes());
        var small = new MockHttpServletResponse();
        controller.downloadThumbnail(clerk, mine.id().value(), small);
        assertThat(small.getContentAsByteArray()).startsWith(0xFF, 0xD8);
        assertThat(jdbc.sql("select count(*) from access.audit where act = 'files.file.read' and object = :object")
                        .param("object", "file:" + mine.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void takesUpAnInterruptedUploadWhereItStopped() {
        var bytes = largePdf();
        var metadata = "filename " + base64("表.pdf") + ",filetype " + base64("application/pdf");
        var started = tus.startUpload(clerk, "" + bytes.length, metadata);
        var id =
                UUID.fromString(started.getHeaders().getLocation().getPath().substring("/api/files/uploads/".length()));
        tus.continueUpload(clerk, id, "0", body(Arrays.copyOf(bytes, 300_000)));
        assertThat(tus.askUploadOffset(clerk, id).getHeaders().getFirst("Upload-Offset"))
                .isEqualTo("300000");
        refuses(FilesReason.WRONG_OFFSET, () -> tus.continueUpload(clerk, id, "5", body(new byte[10])));
        refuses(FilesReason.UNKNOWN_UPLOAD, () -> tus.askUploadOffset(Actings.clerk(), id));
        var rest = Arrays.copyOfRange(bytes, 300_000, bytes.length);
        var done = tus.continueUpload(clerk, id, "300000", body(rest));
        var file = new FileId(UUID.fromString(done.getHeaders().getFirst("Linli-File")));
        assertThat(files.read(file)).isEqualTo(bytes);
    }

    @Test
    void checksAnUploadWhenItIsComplete() {
        var started =
                uploads.start(clerk, PostingFiles.ownerOf(clerk), "a.jpg", "image/jpeg", SampleFiles.pdf().length);
        refuses(FilesReason.NOT_WHAT_IT_CLAIMS, () -> uploads.append(clerk, started.id(), 0, SampleFiles.pdf()));
        assertThat(uploads.progress(clerk, started.id()).received()).isZero();
    }

    @Test
    void refusesUploadsThatCannotEndWell() {
        refuses(FilesReason.TOO_LARGE, () -> tus.startUpload(clerk, "99999999999", ""));
        refuses(FilesReason.EMPTY, () -> tus.startUpload(clerk, "0", ""));
        refuses(FilesReason.MALFORMED_UPLOAD, () -> tus.startUpload(clerk, "many", ""));
        refuses(FilesReason.MALFORMED_UPLOAD, () -> tus.startUpload(clerk, "5", "filename %%%"));
    }

    @Test
    void forgetsUploadsNobodyWentOnWith() {
        var started = uploads.start(clerk, PostingFiles.ownerOf(clerk), "a.pdf", "", 100);
        clock.tick(Duration.ofHours(25));
        assertThat(uploads.dropExpired()).isPositive();
        refuses(FilesReason.UNKNOWN_UPLOAD, () -> uploads.progress(clerk, started.id()));
    }

    @Test
    void erasesTheBytesAfterTheLastDayAndKeepsTheRow() {
        var stored = controller.uploadFile(clerk, pdf(), null);
        files.keep(stored.id(), new Retention("trial", LocalDate.now(clock).minusDays(1)));
        assertThat(files.eraseOutlived()).isPositive();
        assertThat(files.find(stored.id())).isEmpty();
        refuses(FilesReason.ERASED, () -> files.read(stored.id()));
        assertThat(jdbc.sql("select name from files.file where id = :id")
                        .param("id", stored.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo("a.pdf");
    }

    @Test
    void erasesAfterAWeekWhatWasNeverAttached() {
        var stored = controller.uploadFile(clerk, pdf(), null);
        assertThat(jdbc.sql("select retention_class from files.file where id = :id and keep_until = :until")
                        .param("id", stored.id().value())
                        .param("until", LocalDate.now(clock).plusDays(7))
                        .query(String.class)
                        .single())
                .isEqualTo("unattached-7-days");
    }

    private static byte[] largePdf() {
        var noise = new byte[700_000];
        new Random(3).nextBytes(noise);
        System.arraycopy(SampleFiles.pdf(), 0, noise, 0, 20);
        var end = "\n%%EOF\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        System.arraycopy(end, 0, noise, noise.length - end.length, end.length);
        return noise;
    }

    private static MockMultipartFile pdf() {
        return new MockMultipartFile("file", "a.pdf", "application/pdf", SampleFiles.pdf());
    }

    private static MockHttpServletRequest body(byte[] part) {
        var request = new MockHttpServletRequest();
        request.setContent(part);
        return request;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static void refuses(FilesReason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
