package org.linli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.linli.access.Acting;
import org.linli.area.UnitCode;
import org.linli.shared.DivisionCode;
import org.linli.testing.SettableClock;
import org.linli.testing.SignedIn;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Phones, scopes and an office, moved by one seeded random; after every step the rules that must always hold are looked at. */
final class World {

    private static final SignedIn DESK = SignedIn.as("grid-admin", UnitCode.of("DG-150203"), DivisionCode.of("150203"));
    private static final Acting OFFICE = Acting.system("test");
    private static final int PAGE = 4;

    final Random random;
    final List<Phone> phones = new ArrayList<>();
    final List<String> cells;

    private final Assignments assignments;
    private final Things things;
    private final JdbcClient jdbc;
    private final MockMvcTester mvc;
    private final SettableClock clock;
    private int word;

    World(
            Random random,
            Assignments assignments,
            Things things,
            JdbcClient jdbc,
            MockMvcTester mvc,
            SettableClock clock) {
        this.random = random;
        this.assignments = assignments;
        this.things = things;
        this.jdbc = jdbc;
        this.mvc = mvc;
        this.clock = clock;
        // Cells of this run alone, so that runs do not meet.
        var run = random.nextInt(900) + 100;
        this.cells = IntStream.rangeClosed(1, 3)
                .mapToObj(n -> "150203001%03d%03d".formatted(run, n))
                .toList();
    }

    void begin(int count) {
        for (var n = 0; n < count; n++) {
            var phone = new Phone(mvc, SignedIn.as("grid-worker")).register();
            phones.add(phone);
            assign(phone, cells.get(n % cells.size()));
            assign(phone, cells.get(0));
            while (phone.pull(500)) {
                assertThat(phone.cursors).isNotEmpty();
            }
        }
        for (var cell : cells) {
            for (var n = 0; n < 5; n++) {
                things.add(UUID.randomUUID(), cell, something());
            }
        }
    }

    void step() {
        clock.tick(Duration.ofSeconds(random.nextInt(40)));
        var phone = phones.get(random.nextInt(phones.size()));
        switch (random.nextInt(16)) {
            case 0, 1, 2, 3 -> edit(phone);
            case 4 -> create(phone);
            case 5 -> command(phone);
            case 6 -> officeEdits();
            case 7 -> officeMovesOrRemoves();
            case 8 -> reassign(phone);
            case 9 -> decide();
            case 10 -> poison(phone);
            case 11 -> replay(phone);
            case 12, 13 -> phone.push(1 + random.nextInt(5), random.nextInt(5) > 0);
            default -> pull(phone);
        }
    }

    /** Every phone sends everything and reads everything; the rounds are bounded whatever is in an outbox. */
    void settle() {
        for (var phone : phones) {
            var rounds = 2 + phone.unsent().size();
            while (!phone.unsent().isEmpty()) {
                assertThat(rounds--).as("rounds left for an outbox to drain").isPositive();
                phone.push(20, true);
            }
        }
        for (var phone : phones) {
            pull(phone);
            while (phone.pull(PAGE)) {
                assertThat(phone.cursors).isNotEmpty();
            }
        }
    }

    void assign(Phone phone, String cell) {
        assignments.assign(
                phone.holder.account(), "grid:" + cell, Assignments.Mode.READ_WRITE, clock.instant(), OFFICE);
    }

    Set<String> allowed(Phone phone) {
        var now = clock.instant();
        var allowed = assignments.of(phone.holder.account()).stream()
                .filter(one -> one.until().map(now::isBefore).orElse(true))
                .map(Assignments.Assignment::scope)
                .collect(Collectors.toCollection(TreeSet::new));
        allowed.add("ref");
        allowed.add("user:" + phone.holder.account().value());
        return allowed;
    }

    private Map<String, Object> something() {
        return Things.something(Integer.toString(++word));
    }

    private void edit(Phone phone) {
        var held = phone.members.entrySet().stream()
                .filter(scope -> scope.getKey().startsWith("grid:"))
                .flatMap(scope -> scope.getValue().keySet().stream().map(id -> Map.entry(id, scope.getKey())))
                .filter(one ->
                        phone.records.get(one.getKey()).path("type").asString().equals(Things.TYPE))
                .toList();
        if (held.isEmpty()) {
            return;
        }
        var one = held.get(random.nextInt(held.size()));
        var shown = shown(phone, one.getKey());
        var patch = new LinkedHashMap<String, Object>();
        if (random.nextBoolean()) {
            // The whole unit is sent, one field of it changed.
            var changed = random.nextBoolean() ? "name" : "birth";
            for (var field : List.of("name", "birth")) {
                var base = shown.getOrDefault(field, "");
                patch.put(field, Map.of("base", base, "new", field.equals(changed) ? "c" + ++word : base));
            }
        }
        if (random.nextBoolean()) {
            patch.put("phone", Map.of("base", shown.getOrDefault("phone", ""), "new", "p" + ++word));
        }
        if (random.nextInt(3) == 0 || patch.isEmpty()) {
            var base = shown.getOrDefault("log", List.of());
            var longer = new ArrayList<Object>((List<?>) base);
            longer.add("l" + ++word);
            patch.put("log", Map.of("base", base, "new", longer));
        }
        phone.make(Things.TYPE, UUID.fromString(one.getKey()), "patch", one.getValue(), more("patch", patch));
    }

    /** The server's copy with the phone's own unsent changes laid over. */
    @SuppressWarnings("unchecked")
    private Map<String, Object> shown(Phone phone, String id) {
        Map<String, Object> shown =
                JsonMapper.shared().treeToValue(phone.records.get(id).path("data"), LinkedHashMap.class);
        for (var mutation : phone.unsent()) {
            if (mutation.get("entity").equals(id) && mutation.get("patch") instanceof Map<?, ?> patch) {
                patch.forEach(
                        (field, change) -> shown.put(String.valueOf(field), ((Map<String, Object>) change).get("new")));
            }
        }
        return shown;
    }

    private void create(Phone phone) {
        var values = something();
        if (random.nextInt(5) == 0) {
            values.put("name", "known");
        }
        phone.make(Things.TYPE, UUID.randomUUID(), "create", scope(), more("values", values));
    }

    private void command(Phone phone) {
        var ids = phone.records.values().stream()
                .filter(item -> item.path("type").asString().equals(Things.TYPE))
                .map(item -> item.path("id").asString())
                .toList();
        if (ids.isEmpty()) {
            return;
        }
        var more = more("command", random.nextInt(3) == 0 ? "close" : random.nextBoolean() ? "move" : "unheard-of");
        more.put("arguments", Map.of("cell", cells.get(random.nextInt(cells.size()))));
        phone.make(Things.TYPE, UUID.fromString(ids.get(random.nextInt(ids.size()))), "command", scope(), more);
    }

    /** Changes that fail in every way there is. */
    private void poison(Phone phone) {
        var some = UUID.randomUUID();
        switch (random.nextInt(6)) {
            case 0 -> phone.make(Things.TYPE, some, "create", scope(), more("values", Map.of("name", "explode")));
            case 1 -> phone.make("castle", some, "create", scope(), more("values", something()));
            case 2 -> phone.make(Things.TYPE, some, "no-op", scope(), more("values", something()));
            case 3 -> phone.make(Things.TYPE, some, "create", "grid:150203999999999", more("values", something()));
            case 4 -> phone.make(Things.TYPE, some, "patch", scope(), more("patch", Map.of("x", Map.of("new", 1))));
            default -> phone.make(Things.TYPE, some, "create", scope(), more("values", Map.of("name", "\u0000\ud800")));
        }
    }

    private LinkedHashMap<String, Object> more(String key, Object value) {
        var more = new LinkedHashMap<String, Object>();
        more.put(key, value);
        more.put("occurredAt", clock.instant().toString());
        return more;
    }

    private String scope() {
        return "grid:" + cells.get(random.nextInt(cells.size()));
    }

    private void officeEdits() {
        some().ifPresent(id -> {
            var body = something();
            body.put("log", things.log(id));
            things.set(id, body);
        });
    }

    private void officeMovesOrRemoves() {
        some().ifPresent(id -> {
            if (random.nextInt(3) == 0) {
                things.remove(id);
            } else {
                things.move(id, cells.get(random.nextInt(cells.size())));
            }
        });
    }

    private Optional<UUID> some() {
        var all = cells.stream()
                .flatMap(cell -> things.in("grid:" + cell).keySet().stream())
                .sorted()
                .toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    private void reassign(Phone phone) {
        var cell = cells.get(random.nextInt(cells.size()));
        if (random.nextBoolean()) {
            assign(phone, cell);
        } else {
            var days = random.nextBoolean() ? 0 : 8;
            var at = clock.instant().minus(Duration.ofDays(days));
            assignments.end(phone.holder.account(), "grid:" + cell, at, OFFICE);
        }
    }

    private void decide() {
        var open = jdbc.sql("""
                select id from sync.conflict where state = 'OPEN' and area = any(:areas) order by id limit 1
                """)
                .param("areas", cells.toArray(String[]::new))
                .query(UUID.class)
                .optional();
        open.ifPresent(id -> {
            var fields = JsonMapper.shared()
                    .readTree(mvc.get()
                            .uri("/api/sync/conflicts/" + id)
                            .with(DESK)
                            .exchange()
                            .getResponse()
                            .getContentAsByteArray())
                    .path("fields");
            var decisions = new LinkedHashMap<String, Object>();
            fields.forEach(field -> decisions.put(
                    field.path("field").asString(), Map.of("choice", random.nextBoolean() ? "TAKE" : "KEEP")));
            var status = mvc.post()
                    .uri("/api/sync/conflicts/" + id + "/decide")
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(JsonMapper.shared().writeValueAsString(Map.of("decisions", decisions, "reason", "查实")))
                    .with(DESK)
                    .exchange()
                    .getResponse()
                    .getStatus();
            // The record may be gone meanwhile; then its conflict waits.
            assertThat(status).isIn(204, 404);
        });
    }

    /** A batch that was answered is sent again, whole or in part; nothing may move. */
    private void replay(Phone phone) {
        var done = phone.made.values().stream()
                .filter(mutation -> phone.results.containsKey(mutation.get("id")))
                .toList();
        if (done.isEmpty()) {
            return;
        }
        var from = random.nextInt(done.size());
        var batch = done.subList(from, Math.min(done.size(), from + 5));
        var before = everything();
        var answer = phone.send(batch);
        assertThat(everything()).as("what a replay leaves").isEqualTo(before);
        for (var result : answer.path("results")) {
            assertThat(result)
                    .as("the answer to a replay")
                    .isEqualTo(phone.results.get(result.path("id").asString()));
        }
    }

    private List<String> everything() {
        return jdbc.sql("""
                select scope || ' ' || head from sync.scope
                union all select scope || etype || eid || seq || op::text || v from sync.change
                union all select id || outcome from sync.mutation order by 1
                """).query(String.class).list();
    }

    private void pull(Phone phone) {
        var page = phone.askPull(PAGE);
        seenOnlyWhatIsAllowed(phone, page);
        if (random.nextInt(6) > 0) {
            phone.store(page);
            if (random.nextInt(4) == 0) {
                phone.store(page);
            }
        }
    }

    private void seenOnlyWhatIsAllowed(Phone phone, JsonNode page) {
        var allowed = allowed(phone);
        for (var scope : page.path("scopes")) {
            var id = scope.path("id").asString();
            assertThat(allowed).as("scopes of the session").contains(id);
            for (var item : scope.path("items")) {
                if (item.path("op").asString().equals("P")
                        && item.path("type").asString().equals(Things.TYPE)) {
                    assertThat(things.in(id))
                            .as("a record that is sent lies in %s", id)
                            .containsKey(UUID.fromString(item.path("id").asString()));
                }
            }
        }
    }
}
