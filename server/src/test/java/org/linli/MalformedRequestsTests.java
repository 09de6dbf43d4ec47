package org.linli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Import;

/** Addresses that no servlet ever sees, sent as bytes to a real server. */
class MalformedRequestsTests {

    private static ServletWebServerApplicationContext server;

    @BeforeAll
    static void start() {
        server = (ServletWebServerApplicationContext) SpringApplication.run(House.class, "--server.port=0");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/registry/%zz", "/registry/%", "/registry/%c0%ae", "/a|b{c}", "/%2e%2e/%2e%2e/etc", "no-address"
            })
    void areAnsweredWithAPageInBothLanguages(String address) throws IOException {
        var answer = answer(address, "Accept: text/html,*/*;q=0.8");
        assertThat(answer).startsWith("HTTP/1.1 400").contains("Content-Type: text/html;charset=UTF-8");
        assertThat(answer)
                .contains("这个地址写得不对", "This address is not well formed", "<a href=\"/\">")
                .doesNotContain("Tomcat", "HTTP Status", "Exception", "RFC");
    }

    @Test
    void areAProblemForTheInterfaceInTheLanguageAskedFor() throws IOException {
        for (var accept : new String[] {"Accept: application/json", "Accept: */*"}) {
            assertThat(answer("/api/registry/people?q=%zz&x=|%", accept, "Accept-Language: en"))
                    .startsWith("HTTP/1.1 400");
            var english = answer("/api/registry/people/%zz", accept, "Accept-Language: en-GB,en;q=0.9");
            assertThat(english)
                    .startsWith("HTTP/1.1 400")
                    .contains("Content-Type: application/problem+json")
                    .contains("\"reason\":\"malformed\"", "This address is not well formed", "\"status\":400");
            assertThat(answer("/api/registry/people/%zz", accept, "Accept-Language: ;;q=x"))
                    .contains("这个地址写得不对");
        }
    }

    @Test
    void sayNothingOfWhatServesThem() throws IOException {
        assertThat(answer("/registry/%zz", "X: " + "x".repeat(70_000)))
                .startsWith("HTTP/1.1 4")
                .doesNotContain("Tomcat", "Exception");
    }

    private static String answer(String address, String... headers) throws IOException {
        try (var socket = new Socket(
                InetAddress.getLoopbackAddress(), server.getWebServer().getPort())) {
            socket.setSoTimeout(10_000);
            var request = "GET " + address + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
                    + String.join("\r\n", headers) + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Nothing of the house but its server and its words. */
    @TestConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration({TomcatServletWebServerAutoConfiguration.class, JacksonAutoConfiguration.class})
    @Import({MalformedRequests.class, ProblemAdvice.class, LinliConfiguration.class})
    static class House {}
}
