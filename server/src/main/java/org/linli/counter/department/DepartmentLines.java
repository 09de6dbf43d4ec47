package org.linli.counter.department;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.counter.department.LineSettings.Connection;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The lines by name, as the settings have them. */
@Component
public class DepartmentLines {

    private final LineSettings settings;
    private final Clock clock;
    private final JsonMapper json;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(3))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    DepartmentLines(LineSettings settings, Clock clock, JsonMapper json) {
        this.settings = settings;
        this.clock = clock;
        this.json = json;
    }

    /** The name of the line to a system (专网), when there is one and it is connected. */
    public Optional<String> connectedTo(String system) {
        return settings.lines().entrySet().stream()
                .filter(line -> line.getValue().system().equals(system))
                .map(Map.Entry::getKey)
                .filter(this::isConnected)
                .findFirst();
    }

    List<String> names() {
        return settings.lines().keySet().stream().sorted().toList();
    }

    boolean isConnected(String name) {
        return connection(name).isPresent();
    }

    Optional<String> secret(String name) {
        return connection(name).map(Connection::secret);
    }

    DepartmentLine line(String name) throws LineFailure {
        var connection = connection(name).orElseThrow(() -> LineFailure.outage("the line is not connected"));
        return new HttpDepartmentLine(connection, clock, http, json);
    }

    private Optional<Connection> connection(String name) {
        var line = settings.lines().get(name);
        if (line == null) {
            return Optional.empty();
        }
        if (line.url() != null && line.secret() != null) {
            return Optional.of(new Connection(line.url(), line.secret()));
        }
        return Optional.ofNullable(settings.lineStandIn())
                .map(standIn -> new Connection(standIn.url(), standIn.secret()))
                .map(standIn -> new Connection(URI.create(standIn.url() + "/lines/" + name), standIn.secret()));
    }

    /** Refuses a name that no setting has. */
    LineSettings.Line known(String name) {
        return Optional.ofNullable(settings.lines().get(name))
                .orElseThrow(() -> Refusal.because(LineReason.UNKNOWN_LINE, name));
    }
}
