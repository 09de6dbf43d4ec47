package org.linli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.area.UnitCode;
import org.linli.shared.DivisionCode;
import org.linli.testing.LinliTest;
import org.linli.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Phones that are registered, forgotten passwords, and phones that are lost. */
@LinliTest
class DeviceTests {

    private static final SignedIn DESK = SignedIn.as("grid-admin", UnitCode.of("DG-150203"), DivisionCode.of("150203"));

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    private Phone phone = new Phone(null, SignedIn.as("grid-worker"));

    @BeforeEach
    void aPhone() {
        phone = new Phone(mvc, SignedIn.as("grid-worker")).register();
    }

    @Test
    void isRegisteredAgainByItsHolderAndByNobodyElse() {
        var first = phone.token;
        phone.register();
        assertThat(phone.token).isNotEqualTo(first);
        var thief = new Phone(mvc, SignedIn.as("grid-worker"));
        var form = Map.of("id", phone.device, "name", "n", "platform", "p", "appSchema", 1, "recoveryKey", "AAAA");
        assertThat(thief.ask("/api/sync/devices", form, 409).path("reason").asString())
                .isEqualTo("sync.device-taken");
        thief.device = phone.device;
        assertThat(thief.ask("/api/sync/pull", pull(), 404).path("reason").asString())
                .isEqualTo("sync.unknown-device");
        var clerk = new Phone(mvc, SignedIn.as("clerk"));
        assertThat(clerk.ask("/api/sync/devices", form, 403).path("reason").asString())
                .isEqualTo("access.not-permitted");
    }

    @Test
    void isGivenItsKeyBackAfterAForgottenPassword() throws GeneralSecurityException {
        var key = "a data key of thirty-two bytes!!";
        register(wrapped(key.getBytes(StandardCharsets.UTF_8)));
        var back = phone.ask("/api/sync/devices/" + phone.device + "/recover", Map.of("token", phone.token), 200);
        assertThat(new String(Base64.getDecoder().decode(back.path("key").asString()), StandardCharsets.UTF_8))
                .isEqualTo(key);
        assertThat(noted("sync.device.recover")).isEqualTo(1);
        phone.ask("/api/sync/devices/" + phone.device + "/recover", Map.of("token", "wrong"), 404);
        register(new byte[] {1, 2, 3});
        phone.ask("/api/sync/devices/" + phone.device + "/recover", Map.of("token", phone.token), 404);
    }

    @Test
    void isToldToEraseEverythingAndSaysSo() {
        phone.make(
                "castle",
                UUID.randomUUID(),
                "command",
                "ref",
                Map.of("command", "x", "occurredAt", "2026-03-02T00:00:00Z"));
        revoke(true);
        assertThat(phone.send(phone.unsent()).path("reason").asString()).isEqualTo("access.not-signed-in");
        phone.holder.signInAgain(jdbc);
        var state = publicly("state", phone.token);
        assertThat(state.path("wipe").asBoolean()).isTrue();
        assertThat(state.path("revoked").asBoolean()).isTrue();
        var pushed = phone.send(phone.unsent());
        assertThat(pushed.path("wipe").asBoolean()).isTrue();
        assertThat(pushed.path("results")).isEmpty();
        var pulled = phone.ask("/api/sync/pull", pull(), 200);
        assertThat(pulled.path("wipe").asBoolean()).isTrue();
        assertThat(pulled.path("scopes")).isEmpty();
        assertThat(publicly("wiped", "wrong").path("reason").asString()).isEqualTo("sync.wrong-token");
        publicly("wiped", phone.token);
        assertThat(listed().path("wipedAt").asString()).isNotEmpty();
        phone.ask("/api/sync/devices/" + phone.device + "/recover", Map.of("token", phone.token), 403);
        phone.ask(
                "/api/sync/devices",
                Map.of("id", phone.device, "name", "n", "platform", "p", "appSchema", 1, "recoveryKey", "AAAA"),
                403);
    }

    @Test
    void mayDoNothingOnceRevoked() {
        revoke(false);
        phone.holder.signInAgain(jdbc);
        phone.make(
                "castle",
                UUID.randomUUID(),
                "command",
                "ref",
                Map.of("command", "x", "occurredAt", "2026-03-02T00:00:00Z"));
        assertThat(phone.send(phone.unsent()).path("reason").asString()).isEqualTo("sync.device-revoked");
        phone.ask("/api/sync/pull", pull(), 403);
    }

    @Test
    void isListedWithItsLastContactAndWhatItHasNotSent() {
        phone.ask(
                "/api/sync/pull",
                Map.of(
                        "device",
                        phone.device,
                        "appSchema",
                        7,
                        "scopes",
                        Map.of(),
                        "unsent",
                        12,
                        "clientTime",
                        "2026-03-02T03:00:00Z"),
                200);
        var line = listed();
        assertThat(line.path("unsent").asInt()).isEqualTo(12);
        assertThat(line.path("appSchema").asInt()).isEqualTo(7);
        assertThat(line.path("clockWrong").asBoolean()).isTrue();
    }

    @Test
    void isAnsweredWhateverItSaysOfItsClockAndItsCursors() {
        var wild = new HashMap<String, Object>(pull());
        wild.put("clientTime", "+900000000-01-01T00:00:00Z");
        phone.ask("/api/sync/pull", wild, 200);
        assertThat(listed().path("clockWrong").asBoolean()).isTrue();
        var none = new HashMap<String, Object>();
        none.put("ref", null);
        wild.put("scopes", none);
        phone.ask("/api/sync/pull", wild, 422);
        wild.put("scopes", Map.of("ref", -5, "castle", 7));
        assertThat(phone.ask("/api/sync/pull", wild, 200).path("dropped").toString())
                .isEqualTo("[\"castle\"]");
    }

    private JsonNode listed() {
        var after = "";
        while (true) {
            var page = JsonMapper.shared()
                    .readTree(mvc.get()
                            .uri("/api/sync/devices" + after)
                            .with(DESK)
                            .exchange()
                            .getResponse()
                            .getContentAsByteArray());
            for (var line : page.path("items")) {
                if (line.path("id").asString().equals(phone.device.toString())) {
                    return line;
                }
            }
            assertThat(page.has("next")).as("the phone is in the list").isTrue();
            after = "?after=" + page.path("next").asString();
        }
    }

    private void register(byte[] wrapped) {
        phone.token = phone.ask(
                        "/api/sync/devices",
                        Map.of(
                                "id",
                                phone.device,
                                "name",
                                "n",
                                "platform",
                                "p",
                                "appSchema",
                                1,
                                "recoveryKey",
                                Base64.getEncoder().encodeToString(wrapped)),
                        200)
                .path("token")
                .asString();
    }

    private byte[] wrapped(byte[] key) throws GeneralSecurityException {
        var answer = JsonMapper.shared()
                .readTree(mvc.get()
                        .uri("/api/sync/recovery-key")
                        .with(phone.holder)
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray());
        var encoded = Base64.getDecoder().decode(answer.path("publicKey").asString());
        var publicKey = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
        var cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                publicKey,
                new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
        return cipher.doFinal(key);
    }

    private Map<String, Object> pull() {
        return Map.of("device", phone.device, "appSchema", 1, "scopes", Map.of());
    }

    private void revoke(boolean wipe) {
        assertThat(mvc.post()
                        .uri("/api/sync/devices/" + phone.device + "/revoke")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\": \"丢失\", \"wipe\": %s}".formatted(wipe))
                        .with(DESK))
                .hasStatus(204);
    }

    /** Without a session, as before anybody has signed in. */
    private JsonNode publicly(String what, String token) {
        var body = mvc.post()
                .uri("/api/public/sync/devices/" + phone.device + "/" + what)
                // What other tests asked from the usual address is not counted against this one.
                .remoteAddress("10.8.0.1")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"token\": \"%s\"}".formatted(token))
                .exchange()
                .getResponse()
                .getContentAsByteArray();
        return body.length == 0
                ? JsonMapper.shared().createObjectNode()
                : JsonMapper.shared().readTree(body);
    }

    private int noted(String act) {
        return jdbc.sql("select count(*) from access.audit where act = :act and object = :object")
                .param("act", act)
                .param("object", "device:" + phone.device)
                .query(Integer.class)
                .single();
    }
}
