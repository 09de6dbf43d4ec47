package org.linli.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.linli.registry.bulk.Entry;
import org.linli.registry.synthetic.SyntheticDistrict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sheet of people on its whole way into the base, as somebody at the import page sends it: received, every row checked
 * against the base, then written in one transaction. {@code --sheet=N} rows.
 */
final class SheetMeasure {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String IMPORTS = "/api/registry/imports";
    private static final int PART = 4 << 20;
    private static final List<String> HEADERS = List.of(
            "姓名", "证件类型", "证件号码", "性别", "出生日期", "婚姻状况", "学历", "联系方式", "户主证件号码", "与户主关系", "社区", "网格", "小区", "楼栋", "单元",
            "楼层", "室", "居住类型", "起始日期");

    private final String url;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final SyntheticDistrict district;
    private final int round;
    private final long people;

    SheetMeasure(SyntheticDistrict district, int port, int round, long people) {
        this.url = "http://127.0.0.1:" + port;
        this.district = district;
        this.round = round;
        this.people = people;
    }

    void into(Report report, int wanted) throws Exception {
        var file = Files.createTempFile("linli-bench", ".csv");
        try {
            var rows = write(file, wanted);
            // Nobody is signed in yet; what counts is the token against forged requests that comes along.
            client.send(request("/api/access/session").build(), HttpResponse.BodyHandlers.discarding());
            post("/api/access/sign-in", Map.of("name", "supervisor", "password", "Linli-demo-2026"));
            var begun = System.nanoTime();
            var id = upload(file);
            var received = System.nanoTime();
            figure(report, "sheet_received_rows_per_s", rows, begun, received);
            post(IMPORTS + "/" + id + "/check", Map.of("columns", columns(id)));
            var checked = await(id, "CHECKED");
            var checkedAt = System.nanoTime();
            figure(report, "sheet_checked_rows_per_s", rows, received, checkedAt);
            var faulty = checked.path("faultyRows").asInt();
            RegistryBench.figure(report, people, "sheet_faulty_rows", "sheet of people", faulty);
            // Invented families are not always such as a register takes; what is wrong with some is told.
            tellFaults(id, faulty);
            post(IMPORTS + "/" + id + "/apply", Map.of("despiteFaults", true));
            await(id, "APPLIED");
            var applied = System.nanoTime();
            figure(report, "sheet_applied_rows_per_s", rows, checkedAt, applied);
            figure(report, "sheet_rows_per_s", rows, begun, applied);
            RegistryBench.figure(report, people, "sheet_rows", "people of the sheet", rows);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void figure(Report report, String name, int rows, long from, long to) {
        RegistryBench.figure(report, people, name, "sheet of people", rows / ((to - from) / 1e9));
    }

    /** @return how many rows the sheet has */
    private int write(Path file, int wanted) throws IOException {
        // A seed of its own for each run, so that the same folder can be measured again.
        var seed = System.nanoTime();
        var rows = 0;
        try (var out = Files.newBufferedWriter(file)) {
            line(out, HEADERS);
            for (var ordinal = 0; rows < wanted; ordinal++) {
                for (var row : rows(district.community(seed, round, ordinal))) {
                    if (rows++ < wanted) {
                        line(out, row);
                    }
                }
            }
        }
        return wanted;
    }

    private static void line(BufferedWriter out, List<String> cells) throws IOException {
        out.write(cells.stream()
                .map(cell -> cell.contains(",") ? '"' + cell + '"' : cell)
                .collect(Collectors.joining(",", "", "\r\n")));
    }

    /** One row a person, families together: whoever has a household follows its head. */
    private static List<List<String>> rows(List<Entry> entries) {
        var compounds = new HashMap<UUID, Entry.Compound>();
        var dwellings = new HashMap<UUID, Entry.Dwelling>();
        var households = new HashMap<UUID, Entry.Household>();
        var members = new HashMap<UUID, Entry.Member>();
        var documents = new HashMap<UUID, Entry.Document>();
        var phones = new HashMap<UUID, Entry.Phone>();
        var stays = new HashMap<UUID, Entry.Residence>();
        var people = new ArrayList<Entry.Person>();
        for (var entry : entries) {
            switch (entry) {
                case Entry.Compound one -> compounds.put(one.id(), one);
                case Entry.Dwelling one -> dwellings.put(one.id(), one);
                case Entry.Household one -> households.put(one.id(), one);
                case Entry.Member one -> members.put(one.person(), one);
                case Entry.Document one -> documents.put(one.person(), one);
                case Entry.Phone one -> phones.put(one.person(), one);
                case Entry.Residence one -> stays.put(one.person(), one);
                case Entry.Person one -> people.add(one);
                case Entry.Organisation ignored -> {}
                case Entry.Place ignored -> {}
            }
        }
        var rows = new ArrayList<List<String>>();
        for (var person : people) {
            var document = documents.get(person.id());
            var stay = stays.get(person.id());
            if (document == null || stay == null) {
                continue;
            }
            var member = members.get(person.id());
            var dwelling = Objects.requireNonNull(dwellings.get(stay.dwelling()));
            var compound = Objects.requireNonNull(compounds.get(dwelling.compound()));
            var phone = phones.get(person.id());
            var household = member == null ? null : households.get(member.household());
            var head = household == null || household.head() == null ? null : documents.get(household.head());
            rows.add(Arrays.asList(
                    person.name(),
                    document.document().kind().name(),
                    document.document().number(),
                    person.sex().name(),
                    text(person.birth()),
                    text(person.maritalStatus()),
                    text(person.education()),
                    phone == null ? "" : phone.number(),
                    head == null ? "" : head.document().number(),
                    head == null || member == null ? "" : member.relation(),
                    dwelling.division().substring(0, 12),
                    dwelling.division().length() == 15 ? dwelling.division() : "",
                    compound.name(),
                    dwelling.building(),
                    dwelling.unit(),
                    text(dwelling.floor()),
                    dwelling.room(),
                    stay.kind(),
                    text(stay.from())));
        }
        return rows;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private String upload(Path file) throws Exception {
        var length = Files.size(file);
        var form = Map.of("kind", "PEOPLE", "name", "bench.csv", "length", length);
        var id = post(IMPORTS, form).path("id").asString();
        try (var channel = FileChannel.open(file)) {
            for (var at = 0L; at < length; ) {
                var buffer = ByteBuffer.allocate((int) Math.min(PART, length - at));
                channel.read(buffer, at);
                var request = request(IMPORTS + "/" + id + "/content")
                        .header("Content-Type", "application/offset+octet-stream")
                        .header("Upload-Offset", Long.toString(at))
                        .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(buffer.array()));
                answer(request);
                at += buffer.capacity();
            }
        }
        return id;
    }

    private List<Map<String, Object>> columns(String id) throws Exception {
        var columns = send("GET", IMPORTS + "/" + id, null).path("columns");
        return IntStream.range(0, columns.size())
                .filter(column -> columns.get(column).hasNonNull("field"))
                .mapToObj(column -> Map.<String, Object>of(
                        "column",
                        column,
                        "field",
                        columns.get(column).path("field").asString()))
                .toList();
    }

    private JsonNode await(String id, String state) throws Exception {
        while (true) {
            var found = send("GET", IMPORTS + "/" + id, null);
            var now = found.path("state").asString();
            if (now.equals(state)) {
                return found;
            }
            require(List.of("CHECKING", "APPLYING").contains(now), found);
            Thread.sleep(200);
        }
    }

    @SuppressWarnings("SystemOut")
    private void tellFaults(String id, int faulty) throws Exception {
        if (faulty > 0) {
            var some = send("GET", IMPORTS + "/" + id + "/faults", null).toString();
            System.err.println(some.substring(0, Math.min(1500, some.length())));
        }
    }

    private static void require(boolean holds, JsonNode answer) {
        if (!holds) {
            throw new IllegalStateException(answer.toString());
        }
    }

    private JsonNode post(String path, Map<String, ?> form) throws Exception {
        return send("POST", path, JSON.writeValueAsString(form));
    }

    private JsonNode send(String method, String path, @Nullable String json) throws Exception {
        var body = json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json);
        return answer(request(path).header("Content-Type", "application/json").method(method, body));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(url + path));
        var cookies = ((CookieManager) client.cookieHandler().orElseThrow()).getCookieStore();
        cookies.getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .findFirst()
                .ifPresent(cookie -> request.header("X-XSRF-TOKEN", cookie.getValue()));
        return request;
    }

    private JsonNode answer(HttpRequest.Builder request) throws Exception {
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }
}
