package org.linli;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;

/** Whose address counts, with the house's own settings and a real server: that of the connection, unless said otherwise. */
class ForwardedHeadersTests {

    @Test
    void trustsNobodysWordForAnAddress() throws Exception {
        assertThat(seenAs()).isEqualTo("127.0.0.1 http");
    }

    @Test
    void takesItFromAProxyThatTheOperatorNamed() throws Exception {
        assertThat(seenAs("--server.forward-headers-strategy=native")).isEqualTo("203.0.113.9 https");
    }

    private static String seenAs(String... settings) throws IOException, InterruptedException {
        var arguments = java.util.Arrays.copyOf(settings, settings.length + 1);
        arguments[settings.length] = "--server.port=0";
        try (var server = (ServletWebServerApplicationContext) SpringApplication.run(Mirror.class, arguments);
                var client = HttpClient.newHttpClient()) {
            var address = "http://127.0.0.1:" + server.getWebServer().getPort() + "/";
            var request = HttpRequest.newBuilder(URI.create(address))
                    .header("X-Forwarded-For", "203.0.113.9")
                    .header("X-Forwarded-Proto", "https")
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    /** Answers with the address and the scheme it sees. */
    @TestConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration(TomcatServletWebServerAutoConfiguration.class)
    static class Mirror {

        @Bean
        ServletRegistrationBean<HttpServlet> mirror() {
            return new ServletRegistrationBean<>(
                    new HttpServlet() {
                        @Override
                        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                                throws IOException {
                            response.getWriter().print(request.getRemoteAddr() + " " + request.getScheme());
                        }
                    },
                    "/");
        }
    }
}
