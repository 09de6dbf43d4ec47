package org.linli.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import org.linli.standin.Options;
import org.linli.standin.StandIn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real stand-in for the departments on a loopback port, answering by hand only. What it sends back reaches the server
 * through a bridge, since a test's server has no port of its own.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDepartments {

    public static final String SECRET = "known-to-both-ends-of-the-line";

    @Bean
    Departments departments(SettableClock clock, ObjectProvider<MockMvc> mvc) throws IOException {
        return new Departments(clock, mvc);
    }

    @Bean
    DynamicPropertyRegistrar departmentLineAddress(Departments departments) {
        return properties -> {
            properties.add("linli.counter.line-stand-in.url", departments::address);
            properties.add("linli.counter.line-stand-in.secret", () -> SECRET);
        };
    }

    /** What a test tells the departments to do. */
    public static final class Departments implements AutoCloseable {

        private final HttpClient http = HttpClient.newHttpClient();
        private final JsonMapper json = new JsonMapper();
        private final HttpServer bridge;
        private final StandIn standIn;

        Departments(Clock clock, ObjectProvider<MockMvc> mvc) throws IOException {
            bridge = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
            bridge.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            bridge.createContext("/", exchange -> pass(exchange, mvc));
            bridge.start();
            var callback = URI.create("http://127.0.0.1:" + bridge.getAddress().getPort());
            standIn = StandIn.start(new Options(0, callback, SECRET, Optional.empty(), OptionalInt.empty()), clock);
        }

        public URI address() {
            return URI.create("http://127.0.0.1:" + standIn.port());
        }

        /** Answers an application and returns the HTTP status the server acknowledged with. */
        public int answer(String key, String kind, Map<String, ?> particulars) {
            var all = new java.util.LinkedHashMap<String, Object>(particulars);
            all.put("key", key);
            all.put("kind", kind);
            return control("answer", all).path("acknowledged").asInt();
        }

        public int sendAgain(String key, int sequence) {
            return control("again", Map.of("key", key, "sequence", sequence))
                    .path("acknowledged")
                    .asInt();
        }

        public void lose(String key) {
            control("forget", Map.of("key", key));
        }

        public void goDown() {
            control("outage", Map.of("on", true));
        }

        public void comeBack() {
            control("outage", Map.of("on", false));
        }

        public JsonNode control(String command, Map<String, ?> fields) {
            var request = HttpRequest.newBuilder(address().resolve("/control/" + command))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(fields)))
                    .build();
            return json.readTree(send(request));
        }

        /** The page people answer by hand on. */
        public String page() {
            return send(HttpRequest.newBuilder(address().resolve("/")).build());
        }

        private String send(HttpRequest request) {
            try {
                return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        private static void pass(HttpExchange exchange, ObjectProvider<MockMvc> mvc) throws IOException {
            try (exchange) {
                var request = MockMvcRequestBuilders.request(
                                HttpMethod.valueOf(exchange.getRequestMethod()), exchange.getRequestURI())
                        .content(exchange.getRequestBody().readAllBytes());
                exchange.getRequestHeaders().forEach((name, values) -> request.header(name, values.toArray()));
                var response = mvc.getObject().perform(request).andReturn().getResponse();
                exchange.sendResponseHeaders(response.getStatus(), -1);
            } catch (Exception e) {
                throw new IOException(e);
            }
        }

        @Override
        public void close() {
            standIn.close();
            bridge.stop(0);
            http.close();
        }
    }
}
