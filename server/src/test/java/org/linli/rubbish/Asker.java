package org.linli.rubbish;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.UriUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Sends one request and says what is wrong with the answer. What the request did to the database is rolled back. */
record Asker(MockMvc mvc, TransactionTemplate transaction) {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    /** One request: an endpoint with these parameters and this body, by somebody. */
    record Question(
            Endpoint endpoint, Map<String, String> parameters, Optional<String> body, RequestPostProcessor who) {}

    /** An answer of HTTP. */
    record Answer(int status, String type, String text) {}

    /** Empty when the answer is in order. */
    Optional<String> faultOf(Question question, String language) {
        var answer = ask(question, language);
        return wrongWith(answer, language)
                .map(wrong -> "%s: %d %s to %s %s"
                        .formatted(
                                wrong,
                                answer.status(),
                                shortened(answer.text()),
                                question.parameters(),
                                shortened(question.body().orElse(""))));
    }

    Answer ask(Question question, String language) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            return perform(question, language);
        });
    }

    private Answer perform(Question question, String language) {
        var endpoint = question.endpoint();
        var request = MockMvcRequestBuilders.request(HttpMethod.valueOf(endpoint.method()), address(question))
                .with(question.who())
                .header("Accept-Language", language);
        endpoint.in("header")
                .filter(header -> question.parameters().containsKey(header.name()))
                .forEach(header ->
                        request.header(header.name(), question.parameters().get(header.name())));
        question.body()
                .ifPresent(
                        body -> request.contentType("application/json").content(body.getBytes(StandardCharsets.UTF_8)));
        try {
            var response = mvc.perform(request).andReturn().getResponse();
            var type = response.getContentType() == null ? "" : response.getContentType();
            return new Answer(response.getStatus(), type, response.getContentAsString(StandardCharsets.UTF_8));
        } catch (Exception thrown) {
            return new Answer(500, "", "thrown: " + thrown);
        }
    }

    private static URI address(Question question) {
        var path = question.endpoint().path();
        var query = new StringBuilder();
        for (var parameter : question.endpoint().parameters()) {
            var value = question.parameters().get(parameter.name());
            if (value != null) {
                var encoded = UriUtils.encode(value, StandardCharsets.UTF_8);
                switch (parameter.place()) {
                    case "path" -> path = path.replace("{" + parameter.name() + "}", encoded);
                    case "query" ->
                        query.append(query.isEmpty() ? "?" : "&")
                                .append(parameter.name())
                                .append("=")
                                .append(encoded);
                    default -> {}
                }
            }
        }
        return URI.create(path + query);
    }

    private static Optional<String> wrongWith(Answer answer, String language) {
        if (answer.status() >= 500) {
            return Optional.of("failed");
        }
        if (answer.status() < 400) {
            return Optional.empty();
        }
        if (!answer.type().startsWith("application/problem+json")) {
            return Optional.of("no problem detail but " + answer.type());
        }
        return problem(answer.text())
                .flatMap(problem -> wrongWith(problem, answer.status(), language))
                .or(Optional::empty);
    }

    private static Optional<JsonNode> problem(String text) {
        try {
            return Optional.of(Samples.JSON.readTree(text));
        } catch (JacksonException e) {
            return Optional.of(Samples.JSON.missingNode());
        }
    }

    private static Optional<String> wrongWith(JsonNode problem, int status, String language) {
        if (problem.path("status").asInt(0) != status
                || problem.path("reason").asString("").isEmpty()) {
            return Optional.of("a problem without status or reason");
        }
        var texts = new java.util.ArrayList<>(List.of(problem.path("title").asString("")));
        problem.path("faults").forEach(fault -> texts.add(fault.path("message").asString("")));
        var chinese = language.startsWith("zh");
        return texts.stream()
                .filter(text -> text.isBlank() || HAN.matcher(text).find() != chinese || text.contains("Exception"))
                .findFirst()
                .map(text -> "not in " + language + ": " + text);
    }

    private static String shortened(String text) {
        return text.length() < 400 ? text : text.substring(0, 400) + "…" + text.length();
    }
}
