package org.linli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.area.UnitCode;
import org.linli.files.FieldPhotos;
import org.linli.shared.DivisionCode;
import org.linli.shared.Ids;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.linli.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Photos that come before their change, after it, in pieces, twice, and not at all. */
@LinliTest
class PhotoTests {

    private static final byte[] PICTURE = FieldPhotos.picture();

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SettableClock clock;

    private final UUID photo = Ids.next();
    private Phone phone = new Phone(null, SignedIn.as("grid-worker"));

    @BeforeEach
    void aPhone() {
        phone = new Phone(mvc, SignedIn.as("grid-worker")).register();
    }

    @Test
    void isBoundWhenItComesAfterItsChangeInPieces() {
        announce(sha256(PICTURE));
        assertThat(standing().path("state").asString()).isEqualTo("expected");
        assertThat(begin(PICTURE.length).getHeader("Upload-Offset")).isEqualTo("0");
        go(0, Arrays.copyOf(PICTURE, 1000));
        // The answer was never heard: the phone begins again and is told how far it had come.
        assertThat(begin(PICTURE.length).getHeader("Upload-Offset")).isEqualTo("1000");
        assertThat(offset()).isEqualTo("1000");
        go(1000, Arrays.copyOfRange(PICTURE, 1000, PICTURE.length));
        assertThat(standing().path("state").asString()).isEqualTo("bound");
        assertThat(standing().path("bytes").asInt()).isEqualTo(PICTURE.length);
        assertThat(offset()).isEqualTo(Integer.toString(PICTURE.length));
    }

    @Test
    void isBoundWhenItsChangeComesLater() {
        begin(PICTURE.length);
        go(0, PICTURE);
        assertThat(standing().path("state").asString()).isEqualTo("received");
        announce(sha256(PICTURE));
        assertThat(standing().path("state").asString()).isEqualTo("bound");
        // The same again changes nothing.
        begin(PICTURE.length);
        go(0, PICTURE);
        assertThat(standing().path("state").asString()).isEqualTo("bound");
    }

    @Test
    void isRefusedWhenItIsAnotherAndBoundOnceTheRightOneCame() {
        announce(sha256(PICTURE));
        var other = FieldPhotos.another();
        begin(other.length);
        go(0, other);
        assertThat(standing().path("state").asString()).isEqualTo("refused");
        assertThat(standing().path("code").asString()).isEqualTo("sync.photo-differs");
        begin(PICTURE.length);
        go(0, PICTURE);
        assertThat(standing().path("state").asString()).isEqualTo("bound");
    }

    @Test
    void isNobodyElsesToSendOrToAskFor() {
        announce(sha256(PICTURE));
        var owner = phone;
        phone = new Phone(mvc, SignedIn.as("grid-worker")).register();
        assertThat(begin(PICTURE.length).getStatus()).isEqualTo(403);
        assertThat(standings()).isEmpty();
        phone = owner;
        assertThat(standings()).hasSize(1);
    }

    @Test
    void isListedWhenItHasNotComeForThreeDays() {
        announce(sha256(PICTURE));
        var desk = SignedIn.as("grid-admin", UnitCode.of("DG-150203"), DivisionCode.of("150203"));
        var address = "/api/sync/photos/missing?after=" + new UUID(photo.getMostSignificantBits() - 1, 0);
        assertThat(mvc.get().uri(address).with(desk)).bodyText().doesNotContain(photo.toString());
        clock.tick(Duration.ofDays(3).plusMinutes(1));
        assertThat(mvc.get().uri(address).with(desk)).bodyText().contains(photo.toString());
    }

    private void announce(String sha256) {
        var more = new LinkedHashMap<String, Object>();
        more.put("command", "photograph");
        more.put("occurredAt", clock.instant().toString());
        more.put("attachments", List.of(Map.of("id", photo, "sha256", sha256)));
        phone.make("castle", UUID.randomUUID(), "command", "ref", more);
        phone.push(10, true);
    }

    private MockHttpServletResponse begin(int length) {
        var metadata = "owner " + base64("sync.photo:" + photo) + ",filename " + base64(photo + ".jpg") + ",filetype "
                + base64("image/jpeg");
        return mvc.post()
                .uri("/api/files/uploads")
                .header("Upload-Length", length)
                .header("Upload-Metadata", metadata)
                .with(phone.holder)
                .exchange()
                .getResponse();
    }

    private void go(int from, byte[] part) {
        assertThat(mvc.patch()
                        .uri("/api/files/uploads/" + photo)
                        .header("Upload-Offset", from)
                        .contentType("application/offset+octet-stream")
                        .content(part)
                        .with(phone.holder))
                .hasStatus(204);
    }

    private String offset() {
        return String.valueOf(mvc.head()
                .uri("/api/files/uploads/" + photo)
                .with(phone.holder)
                .exchange()
                .getResponse()
                .getHeader("Upload-Offset"));
    }

    private JsonNode standing() {
        return standings().get(0);
    }

    private JsonNode standings() {
        return JsonMapper.shared()
                .readTree(mvc.get()
                        .uri("/api/sync/photos?ids=" + photo)
                        .with(phone.holder)
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
