package org.linli.bench;

import java.io.IOException;
import java.net.Socket;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One clerk at one window, over HTTP like a browser: its own session, cookies and forgery token. */
final class Window {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The item of the bench: handled at the window, one material, no required field. */
    private static final String ITEM = "150203-ZB-002";

    private final String station;
    private final String community;
    private final Line line;
    private final Map<String, Latencies> latencies = new TreeMap<>();
    private int people;

    Window(int port, String station, String community) {
        this.line = new Line(port);
        this.station = station;
        this.community = community;
    }

    void signIn(String login, String password, int number) throws IOException {
        signIn(login, password);
        post("open", "/api/counter/windows/" + number + "/open", Map.of());
        latencies.clear();
    }

    /** Check-in, take next, card, accept, finish: one errand. */
    void errand() throws IOException {
        post(
                "check-in",
                "/api/counter/stations/" + station + "/visits",
                Map.of(
                        "way",
                        "NAME",
                        "name",
                        "居民" + people++,
                        "items",
                        java.util.List.of(ITEM),
                        "priority",
                        false,
                        "requestKey",
                        key()));
        var next = post("take-next", "/api/counter/visits/next", Map.of("requestKey", key()));
        var visit = next.path("visit");
        if (!visit.hasNonNull("id")) {
            return; // a colleague took the last one
        }
        var id = visit.path("id").asString();
        var resident = Resident.next();
        post("card", "/api/counter/cards/read", Map.of("visit", id, "fields", card(resident)));
        var applicant = Map.of(
                "name", "赵国强", "documentKind", "RESIDENT_ID", "documentNumber", resident.number(), "cardRead", true);
        var accepted = post(
                "accept",
                "/api/counter/errands",
                Map.of(
                        "requestKey",
                        key(),
                        "visit",
                        id,
                        "applicant",
                        applicant,
                        "area",
                        community,
                        "item",
                        ITEM,
                        "materials",
                        java.util.List.of(Map.of("code", "contact-details", "state", "PRESENT")),
                        "form",
                        Map.of(),
                        "consentToReuse",
                        false));
        post(
                "finish",
                "/api/counter/errands/" + accepted.path("errand").path("id").asString() + "/finish",
                Map.of());
        var now = get("/api/counter/visits/mine").path("visit");
        post(
                "finish-visit",
                "/api/counter/visits/" + id + "/finish",
                Map.of("revision", now.path("revision").asInt(), "requestKey", key()));
    }

    /** Opens a page's data and notes how long it took under the page's name. */
    void look(String page, String path) throws IOException {
        var begun = System.nanoTime();
        get(path);
        latencies.computeIfAbsent(page, name -> new Latencies()).add(System.nanoTime() - begun);
    }

    void signIn(String login, String password) throws IOException {
        line.get("/api/access/session");
        post("sign-in", "/api/access/sign-in", Map.of("name", login, "password", password));
        latencies.clear();
    }

    /** A connection on which a page of events has been asked for. */
    Socket listen(String path) throws IOException {
        return line.listen(path);
    }

    Map<String, Latencies> latencies() {
        return latencies;
    }

    private static Map<String, Object> card(Resident resident) {
        return Map.of(
                "name", "赵国强",
                "sex", "男",
                "birth", resident.birth(),
                "address", "内蒙古包头市昆都仑区少先路",
                "number", resident.number(),
                "issuer", "包头市公安局昆都仑区分局",
                "validFrom", "20200101",
                "validUntil", "20400101");
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private JsonNode get(String path) throws IOException {
        return read(path, line.get(path));
    }

    private JsonNode post(String action, String path, Map<String, ?> body) throws IOException {
        var json = JSON.writeValueAsString(body);
        var begun = System.nanoTime();
        var answer = line.post(path, json);
        latencies.computeIfAbsent(action, name -> new Latencies()).add(System.nanoTime() - begun);
        return read(path, answer);
    }

    private static JsonNode read(String path, Line.Answer answer) {
        if (answer.status() >= 300) {
            throw new IllegalStateException(path + ": " + answer.status() + " " + answer.body());
        }
        return answer.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }
}
