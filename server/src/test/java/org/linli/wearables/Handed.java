package org.linli.wearables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.linli.area.UnitCode;
import org.linli.shared.DivisionCode;
import org.linli.testing.DeviceNumbers;
import org.linli.testing.SignedIn;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A device that a committee's clerk registered and handed out, and what the clerk asks for. */
public final class Handed {

    public static final DivisionCode COMMUNITY = DivisionCode.of("150203001016");

    public final SignedIn clerk = SignedIn.as("committee-clerk", UnitCode.of("CO-150203001016"), COMMUNITY);
    public final String number = DeviceNumbers.next();
    public final UUID wearer = UUID.randomUUID();
    public final int id;

    private final MockMvcTester mvc;

    public Handed(MockMvcTester mvc) {
        this.mvc = mvc;
        this.id = ask("POST", "/api/wearables/devices", """
                        {"number":"%s","model":"H59","area":"%s"}""".formatted(number, COMMUNITY.value()))
                .path("id")
                .asInt();
        handOut(wearer);
    }

    public void handOut(UUID to) {
        done("/hand-out", "{\"wearer\":\"%s\",\"area\":\"%s\"}".formatted(to, COMMUNITY.value()));
    }

    public void consent() {
        done("/consents/POSITION", "{\"basis\":\"本人书面同意\"}");
    }

    public void done(String path, String body) {
        assertThat(exchange(clerk, "POST", "/api/wearables/devices/" + id + path, body)
                        .getStatus())
                .as(path)
                .isEqualTo(204);
    }

    public JsonNode ask(String method, String path, String body) {
        var response = exchange(clerk, method, path, body);
        assertThat(response.getStatus()).as(path).isBetween(200, 201);
        return read(response);
    }

    public String reason(String path, String body) {
        return read(exchange(clerk, "POST", path, body)).path("reason").asString();
    }

    public MockHttpServletResponse exchange(SignedIn by, String method, String path, String body) {
        return mvc.method(HttpMethod.valueOf(method))
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(by)
                .exchange()
                .getResponse();
    }

    public static JsonNode read(MockHttpServletResponse response) {
        return JsonMapper.shared().readTree(response.getContentAsByteArray());
    }
}
