package org.linli.counter.department;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.linli.counter.department.LineSettings.Connection;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A line over HTTP, in the wire format of docs/integrations/department-line.md. */
final class HttpDepartmentLine implements DepartmentLine {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Answers that may turn out otherwise later: not signed as expected (clocks, secrets), too slow, too many. */
    private static final Set<Integer> PASSING = Set.of(401, 403, 408, 429);

    private final Connection connection;
    private final Clock clock;
    private final HttpClient http;
    private final JsonMapper json;

    HttpDepartmentLine(Connection connection, Clock clock, HttpClient http, JsonMapper json) {
        this.connection = connection;
        this.clock = clock;
        this.http = http;
        this.json = json;
    }

    @Override
    public String send(LineMessage message) throws LineFailure {
        var path = switch (message.kind()) {
            case APPLICATION -> "/applications";
            case SUPPLEMENT -> "/applications/" + encoded(message.key()) + "/supplements";
            case WITHDRAWAL -> "/applications/" + encoded(message.key()) + "/withdrawal";
        };
        var response = exchange("POST", path, message.body().getBytes(StandardCharsets.UTF_8));
        if (response.statusCode() / 100 != 2) {
            throw failure(response);
        }
        return parsed(response).path("departmentNumber").asString("");
    }

    @Override
    public Optional<Held> query(String key) throws LineFailure {
        var response = exchange("GET", "/applications/" + encoded(key), new byte[0]);
        if (response.statusCode() == 404) {
            return Optional.empty();
        }
        if (response.statusCode() != 200) {
            throw failure(response);
        }
        return Optional.of(held(parsed(response)));
    }

    @Override
    public List<Held> receivedOn(LocalDate day) throws LineFailure {
        var response = exchange("GET", "/applications?day=" + day, new byte[0]);
        if (response.statusCode() != 200) {
            throw failure(response);
        }
        var rows = new ArrayList<Held>();
        parsed(response).path("applications").forEach(row -> rows.add(held(row)));
        return rows;
    }

    private static Held held(JsonNode row) {
        return new Held(
                row.path("key").asString(""),
                row.path("departmentNumber").asString(""),
                row.path("state").asString(""));
    }

    private HttpResponse<String> exchange(String method, String path, byte[] body) throws LineFailure {
        var uri = URI.create(connection.url() + path);
        var signature = LineSignature.sign(connection.secret(), clock.instant(), method, signedPath(uri), body);
        var request = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header(LineSignature.TIMESTAMP, signature.timestamp())
                .header(LineSignature.NONCE, signature.nonce())
                .header(LineSignature.SIGNATURE, signature.value())
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw LineFailure.outage(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LineFailure.outage("interrupted");
        }
    }

    private static String signedPath(URI uri) {
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }

    private JsonNode parsed(HttpResponse<String> response) throws LineFailure {
        try {
            return json.readTree(response.body());
        } catch (JacksonException e) {
            throw LineFailure.outage("unreadable answer");
        }
    }

    private static LineFailure failure(HttpResponse<String> response) {
        var status = response.statusCode();
        var passing = status / 100 != 4 || PASSING.contains(status);
        return passing ? LineFailure.outage("HTTP " + status) : LineFailure.refused("HTTP " + status);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
