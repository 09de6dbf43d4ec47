package org.linli.rubbish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One operation of the OpenAPI document. */
record Endpoint(String method, String path, String id, List<Parameter> parameters, Optional<JsonNode> body) {

    /** A value in the address: {@code place} is {@code path}, {@code query} or {@code header}. */
    record Parameter(String name, String place, JsonNode schema) {

        String sample() {
            return Samples.of(schema, name).asString("");
        }
    }

    /** Streams of server-sent events are never answered to the end, and a text of bytes is no form. */
    private static final List<String> NOT_TRIED = List.of("streamBell");

    static List<Endpoint> of(JsonNode description) {
        var endpoints = new ArrayList<Endpoint>();
        description
                .path("paths")
                .forEachEntry((path, operations) -> operations.forEachEntry((method, operation) -> {
                    if (!NOT_TRIED.contains(operation.path("operationId").asString())) {
                        endpoints.add(of(method, path, operation, description));
                    }
                }));
        return endpoints;
    }

    private static Endpoint of(String method, String path, JsonNode operation, JsonNode description) {
        var parameters = operation
                .path("parameters")
                .valueStream()
                .map(parameter -> new Parameter(
                        parameter.path("name").asString(), parameter.path("in").asString(), parameter.path("schema")))
                .toList();
        var form = operation.at("/requestBody/content/application~1json/schema");
        return new Endpoint(
                method.toUpperCase(java.util.Locale.ROOT),
                path,
                operation.path("operationId").asString(),
                parameters,
                form.isMissingNode() ? Optional.empty() : Optional.of(Samples.resolved(form, description)));
    }

    Stream<Parameter> in(String place) {
        return parameters.stream().filter(parameter -> parameter.place().equals(place));
    }

    boolean isPublic() {
        return path.startsWith("/api/public/");
    }
}
