package org.linli.standin;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** One request and its answer. */
final class Exchange {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LARGEST_BODY = 8 << 20;

    private final HttpExchange http;
    final byte[] body;

    Exchange(HttpExchange http) throws IOException {
        this.http = http;
        this.body = http.getRequestBody().readNBytes(LARGEST_BODY);
    }

    String method() {
        return http.getRequestMethod();
    }

    List<String> segments() {
        return List.of(http.getRequestURI().getPath().substring(1).split("/"));
    }

    /** The path as it was sent, with the query: what the signature covers. */
    String target() {
        return http.getRequestURI().toString();
    }

    String header(String name) {
        return Optional.ofNullable(http.getRequestHeaders().getFirst(name)).orElse("");
    }

    Map<String, String> query() {
        return pairs(Optional.ofNullable(http.getRequestURI().getRawQuery()).orElse(""));
    }

    /** The fields of a form, or of a flat JSON object. */
    Map<String, Object> fields() {
        if (header("Content-Type").startsWith("application/json")) {
            @SuppressWarnings("unchecked")
            Map<String, Object> fields = JSON.readValue(body, Map.class);
            return fields;
        }
        return new LinkedHashMap<>(pairs(new String(body, StandardCharsets.UTF_8)));
    }

    boolean isForm() {
        return header("Content-Type").startsWith("application/x-www-form-urlencoded");
    }

    void json(int status, Object value) throws IOException {
        send(status, "application/json; charset=utf-8", JSON.writeValueAsBytes(value));
    }

    void html(String page) throws IOException {
        send(200, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    void seeOther(String location) throws IOException {
        http.getResponseHeaders().set("Location", location);
        http.sendResponseHeaders(303, -1);
        http.close();
    }

    private void send(int status, String type, byte[] bytes) throws IOException {
        http.getResponseHeaders().set("Content-Type", type);
        http.sendResponseHeaders(status, bytes.length);
        http.getResponseBody().write(bytes);
        http.close();
    }

    private static Map<String, String> pairs(String text) {
        var pairs = new LinkedHashMap<String, String>();
        for (var pair : text.split("&")) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                pairs.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return pairs;
    }
}
