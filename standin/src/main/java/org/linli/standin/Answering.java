package org.linli.standin;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** Sends the departments' answers to the server, again and again until one is acknowledged. */
final class Answering implements AutoCloseable {

    private static final int TRIES = 8;

    private final Options options;
    private final Signature signature;
    private final Ledger ledger;
    private final InstantSource clock;
    private final JsonMapper json = new JsonMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final ScheduledExecutorService later =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

    Answering(Options options, Signature signature, Ledger ledger, InstantSource clock) {
        this.options = options;
        this.signature = signature;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Accepts at once and grants after the set time, unless people answer by hand. */
    void byItself(Application application) {
        options.answerAfter().ifPresent(delay -> {
            later.schedule(
                    () -> send(application, ledger.answer(application, "ACCEPTED", stamped(Map.of())), 1),
                    delay.toMillis() / 2,
                    TimeUnit.MILLISECONDS);
            later.schedule(
                    () -> {
                        if (application.state.equals("ACCEPTED")) {
                            send(application, ledger.answer(application, "RESULT", stamped(granted(application))), 1);
                        }
                    },
                    delay.toMillis(),
                    TimeUnit.MILLISECONDS);
        });
    }

    /** Answers now and returns the HTTP status of the server's acknowledgement; later tries run by themselves. */
    int now(Application application, String kind, Map<String, Object> particulars) {
        return send(application, ledger.answer(application, kind, stamped(particulars)), 1);
    }

    /** Sends an answer once more, as departments do when an acknowledgement got lost. */
    int again(Application application, int sequence) {
        return post(application, application.answers.get(sequence - 1));
    }

    private Map<String, Object> stamped(Map<String, Object> particulars) {
        var all = new LinkedHashMap<String, Object>(particulars);
        all.put("at", clock.instant().toString());
        return all;
    }

    static Map<String, Object> granted(Application application) {
        return Map.of(
                "outcome",
                "GRANTED",
                "document",
                Map.of("number", application.departmentNumber + "-1", "title", application.itemName() + "（结果）"));
    }

    private int send(Application application, Map<String, Object> answer, int attempt) {
        var status = post(application, answer);
        if ((status == 0 || status >= 500) && attempt < TRIES) {
            later.schedule(() -> send(application, answer, attempt + 1), 250L << attempt, TimeUnit.MILLISECONDS);
        }
        return status;
    }

    private int post(Application application, Map<String, Object> answer) {
        var path = options.callback().getPath() + "/api/public/department-lines/" + application.line + "/results";
        var body = json.writeValueAsBytes(answer);
        var request = HttpRequest.newBuilder(options.callback().resolve(path))
                .timeout(Duration.ofSeconds(15))
                .header("Content-Type", "application/json");
        signature.headers("POST", path, body).forEach(request::header);
        try {
            return http.send(
                            request.POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    @Override
    public void close() {
        later.shutdownNow();
        http.close();
    }
}
