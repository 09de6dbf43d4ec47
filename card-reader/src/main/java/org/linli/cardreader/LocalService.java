package org.linli.cardreader;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * Loopback HTTP for the clerk's browser. Only pages of the configured origins are answered, and only under a loopback
 * host name, so that no page from elsewhere can read a card, not even by a name that points here.
 */
final class LocalService implements AutoCloseable {

    private static final Pattern HOST = Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d+)?");
    private static final Pattern NUMBER = Pattern.compile("\"?(?:card|number)\"?\\s*:\\s*(\\d{1,15})");
    private static final Duration LONG_POLL = Duration.ofSeconds(20);

    private final HttpServer server;
    private final Set<String> origins;
    private final ReadingBoard board;
    private final Optional<SimulatedReader> simulator;

    LocalService(int port, Set<String> origins, ReadingBoard board, Optional<SimulatedReader> simulator)
            throws IOException {
        this.origins = origins;
        this.board = board;
        this.simulator = simulator;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!mayAsk(exchange)) {
                answer(exchange, 403, "application/json", "{\"error\":\"this page may not read cards\"}");
            } else if (exchange.getRequestMethod().equals("OPTIONS")) {
                answer(exchange, 204, "text/plain", "");
            } else {
                route(exchange);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void route(HttpExchange exchange) throws IOException, InterruptedException {
        var path = exchange.getRequestURI().getPath();
        switch (exchange.getRequestMethod() + " " + path) {
            case "GET /card" -> {
                var seen = number(
                        String.valueOf(exchange.getRequestURI().getQuery()).replace("after=", "number:"));
                var reading = seen.isPresent() ? board.after(seen.get(), LONG_POLL) : board.now();
                answer(exchange, 200, "application/json", reading.json());
            }
            case "POST /card/taken" -> {
                number(body(exchange)).ifPresent(board::forget);
                answer(exchange, 204, "text/plain", "");
            }
            default -> routeToSimulator(exchange, path);
        }
    }

    private void routeToSimulator(HttpExchange exchange, String path) throws IOException {
        if (simulator.isEmpty()) {
            answer(exchange, 404, "application/json", "{\"error\":\"no such thing here\"}");
            return;
        }
        switch (exchange.getRequestMethod() + " " + path) {
            case "GET /" -> answer(exchange, 200, "text/html", page());
            case "GET /simulator/cards" -> answer(exchange, 200, "application/json", SimulatedCards.json());
            case "POST /simulator/lay" -> {
                var laid = number(body(exchange)).filter(card -> simulator.get().lay(card.intValue()));
                answer(
                        exchange,
                        laid.isPresent() ? 204 : 422,
                        "application/json",
                        laid.isPresent() ? "" : "{\"error\":\"no such card\"}");
            }
            case "POST /simulator/lift" -> {
                simulator.get().lift();
                answer(exchange, 204, "text/plain", "");
            }
            default -> answer(exchange, 404, "application/json", "{\"error\":\"no such thing here\"}");
        }
    }

    /** A page of a configured origin, or something on this machine that is no foreign page. */
    private boolean mayAsk(HttpExchange exchange) {
        var headers = exchange.getRequestHeaders();
        var host = headers.getFirst("Host");
        if (host == null || !HOST.matcher(host).matches()) {
            return false;
        }
        var origin = headers.getFirst("Origin");
        if (origin == null) {
            var site = headers.getFirst("Sec-Fetch-Site");
            return site == null || site.equals("same-origin") || site.equals("none");
        }
        return origins.contains(origin) || origin.equals("http://" + host);
    }

    private void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        var headers = exchange.getResponseHeaders();
        var origin = exchange.getRequestHeaders().getFirst("Origin");
        headers.set("Vary", "Origin");
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        if (origin != null && origins.contains(origin)) {
            headers.set("Access-Control-Allow-Origin", origin);
            headers.set("Access-Control-Allow-Methods", "GET, POST");
            headers.set("Access-Control-Allow-Headers", "Content-Type");
            // Chromium asks this before a public page may speak to the own machine.
            headers.set("Access-Control-Allow-Private-Network", "true");
        }
        headers.set("Content-Type", type + "; charset=utf-8");
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private static Optional<Long> number(String text) {
        var matcher = NUMBER.matcher(text);
        return matcher.find() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readNBytes(4096), StandardCharsets.UTF_8);
    }

    private static String page() throws IOException {
        try (var page = LocalService.class.getResourceAsStream("simulator.html")) {
            if (page == null) {
                throw new IOException("simulator.html is missing");
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
