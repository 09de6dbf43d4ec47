package org.linli.cardreader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LocalServiceTests {

    private static final String PAGE = "https://linli.example";

    private static LocalService service;

    @BeforeAll
    static void start() throws IOException {
        service = CardReader.start(CardReader.Options.of(List.of("--simulate", "--origin", PAGE + "/", "--port", "0")));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void handsALaidCardToAPageOfTheConfiguredOrigin() throws IOException {
        assertThat(ask("POST /simulator/lay", "Origin: " + PAGE, "{\"card\":1}"))
                .startsWith("HTTP/1.1 204");
        var reading = "";
        for (var seen = 0L; !reading.contains("\"state\":\"card\""); seen = numberIn(reading)) {
            reading = ask("GET /card?after=" + seen, "Origin: " + PAGE, "");
        }
        assertThat(reading)
                .contains("Access-control-allow-origin: " + PAGE, "Cache-control: no-store", "\"image/png\"")
                .containsPattern("\"textBlock\":\"[A-Za-z0-9+/=]{340,}\"");

        assertThat(ask("POST /card/taken", "Origin: " + PAGE, "{\"number\":" + numberIn(reading) + "}"))
                .startsWith("HTTP/1.1 204");
        assertThat(ask("GET /card", "Origin: " + PAGE, "")).contains("\"textBlock\":null");
    }

    @Test
    void answersTheQuestionBeforeAPublicPageSpeaksToTheOwnMachine() throws IOException {
        var answer = ask(
                "OPTIONS /card",
                "Origin: " + PAGE
                        + "\r\nAccess-Control-Request-Method: GET\r\nAccess-Control-Request-Private-Network: true",
                "");
        assertThat(answer)
                .startsWith("HTTP/1.1 204")
                .contains("Access-control-allow-private-network: true", "Access-control-allow-origin: " + PAGE);
    }

    @Test
    void refusesPagesFromElsewhere() throws IOException {
        assertThat(ask("GET /card", "Origin: https://elsewhere.example", ""))
                .startsWith("HTTP/1.1 403")
                .doesNotContain("ontrol-allow-origin");
        assertThat(ask("GET /card", "Sec-Fetch-Site: cross-site", "")).startsWith("HTTP/1.1 403");
        assertThat(ask("GET /card", "Host: rebound.example", "")).startsWith("HTTP/1.1 403");
    }

    @Test
    void refusesACardThatIsNotThere() throws IOException {
        assertThat(ask("POST /simulator/lay", "Origin: " + PAGE, "{\"card\":99}"))
                .startsWith("HTTP/1.1 422");
        assertThat(ask("GET /nothing", "Origin: " + PAGE, "")).startsWith("HTTP/1.1 404");
    }

    @Test
    void tellsWhatIsWrongWithTheCommandLine() {
        assertThatThrownBy(() -> CardReader.Options.of(List.of())).hasMessageContaining("--simulate");
        assertThatThrownBy(() -> CardReader.Options.of(List.of("--simulate", "--serial", "COM3")))
                .hasMessageContaining("one of");
        assertThatThrownBy(() -> CardReader.Options.of(List.of("--simulate", "--port", "99999")))
                .hasMessage("not a port: 99999");
        assertThatThrownBy(() -> CardReader.Options.of(List.of("--what"))).hasMessage("not understood: --what");
    }

    /** Bare HTTP, because the JDK's client does not let a test choose Host and Origin. */
    private static String ask(String line, String headers, String body) throws IOException {
        try (var socket = new Socket("127.0.0.1", service.port())) {
            var host = headers.startsWith("Host:") ? "" : "Host: 127.0.0.1:" + service.port() + "\r\n";
            var request = line + " HTTP/1.1\r\n" + host + headers + "\r\nConnection: close\r\nContent-Length: "
                    + body.length() + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static long numberIn(String reading) {
        var matcher = Pattern.compile("\"number\":(\\d+)").matcher(reading);
        assertThat(matcher.find()).as(reading).isTrue();
        return Long.parseLong(matcher.group(1));
    }
}
