package org.linli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/**
 * What a training start asks of the server, so that the start-up cache holds the classes a first page needs. It runs at
 * build time against a throw-away database.
 */
final class Training {

    /** The word after {@code --linli.command=}. */
    static final String COMMAND = "train";

    private static final List<String> PAGES =
            List.of("/", "/api/access/session", "/api/public/stations", "/api/public/items", "/check/", "/nowhere");

    private Training() {}

    static void run(int port) {
        try (var client = HttpClient.newHttpClient()) {
            for (var page : PAGES) {
                var address = URI.create("http://127.0.0.1:" + port + page);
                client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
            }
        } catch (IOException e) {
            throw new StartFailure("The training start got no answer from itself: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
