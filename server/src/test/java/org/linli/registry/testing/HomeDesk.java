package org.linli.registry.testing;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.linli.shared.Sex;
import org.linli.testing.SignedIn;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import tools.jackson.databind.json.JsonMapper;

/** A station head at the registry's pages, asking as the web asks. */
public final class HomeDesk {

    private static final AtomicInteger COMPOUNDS = new AtomicInteger();
    private static final JsonMapper JSON = new JsonMapper();

    /** What the house answered. */
    public record Answer(int status, String body) {

        public <T> T read(String path) {
            return JsonPath.read(body, path);
        }

        public UUID id(String path) {
            return UUID.fromString(read(path));
        }

        public int revision() {
            return read("$.revision");
        }

        /** Where the list goes on; empty at its end. */
        public String next() {
            return body.contains("\"next\":\"") ? read("$.next") : "";
        }

        /** Why it was refused. */
        public String reason() {
            return read("$.reason");
        }
    }

    private final MockMvc web;
    private final SignedIn who;

    public HomeDesk(MockMvc web) {
        this(web, SignedIn.as("station-head"));
    }

    public HomeDesk(MockMvc web, SignedIn who) {
        this.web = web;
        this.who = who;
    }

    public Answer read(String path) throws Exception {
        return answer(
                web.perform(get(URI.create(path.replace(" ", "%20"))).with(who)).andReturn());
    }

    public Answer send(String path, Object form) throws Exception {
        return answer(web.perform(post(path)
                        .with(who)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(JSON.writeValueAsString(form)))
                .andReturn());
    }

    private static Answer answer(MvcResult result) throws Exception {
        var response = result.getResponse();
        return new Answer(response.getStatus(), response.getContentAsString(StandardCharsets.UTF_8));
    }

    public static Map<String, Object> why() {
        return Map.of("reason", "入户走访看到", "source", "FIELD");
    }

    /** A form of fields, with why, where a value may be missing. */
    public static Map<String, @Nullable Object> form(@Nullable Object... fields) {
        var form = new LinkedHashMap<String, @Nullable Object>();
        form.put("why", why());
        for (var n = 0; n < fields.length; n += 2) {
            form.put(String.valueOf(fields[n]), fields[n + 1]);
        }
        return form;
    }

    /** A compound of its own in a community. */
    public UUID compound(String community) throws Exception {
        return compound(community, "试验" + COMPOUNDS.incrementAndGet() + "号小区");
    }

    public UUID compound(String community, String name) throws Exception {
        return send("/api/registry/compounds", form("community", community, "name", name))
                .id("$.id");
    }

    public UUID dwelling(UUID compound, String building, String unit, String room) throws Exception {
        return dwelling(compound, building, unit, room, null);
    }

    public UUID dwelling(UUID compound, String building, String unit, String room, @Nullable String cell)
            throws Exception {
        return send("/api/registry/dwellings", form("compound", compound, "facts", door(building, unit, room, cell)))
                .id("$.id");
    }

    public static Map<String, @Nullable Object> door(String building, String unit, String room, @Nullable String cell) {
        var door = new LinkedHashMap<String, @Nullable Object>();
        door.put("building", building);
        door.put("unit", unit);
        door.put("room", room);
        door.put("use", "OWNER_OCCUPIED");
        door.put("division", cell);
        return door;
    }

    public UUID person(String name, Sex sex, String birth, String community) throws Exception {
        var facts = Map.of("name", name, "sex", sex, "birth", birth);
        return send(
                        "/api/registry/people",
                        Map.of(
                                "facts",
                                facts,
                                "documents",
                                List.of(),
                                "phones",
                                List.of(),
                                "division",
                                community,
                                "source",
                                "DESK",
                                "reason",
                                "登记"))
                .id("$.id");
    }

    public Answer moveIn(UUID person, UUID dwelling, String kind, String from) throws Exception {
        return send(
                "/api/registry/residences",
                form(
                        "person", person,
                        "dwelling", dwelling,
                        "kind", kind,
                        "inflowReason", kind.equals("FLOATING") ? "01" : null,
                        "from", from));
    }

    public Answer dwellingPage(UUID id) throws Exception {
        return read("/api/registry/dwellings/" + id);
    }

    public Answer householdPage(UUID id) throws Exception {
        return read("/api/registry/households/" + id);
    }

    public Answer personPage(UUID id) throws Exception {
        return read("/api/registry/people/" + id);
    }
}
