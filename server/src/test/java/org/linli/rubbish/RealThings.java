package org.linli.rubbish;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.linli.testing.SignedIn;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;

/** An errand with its case, its papers and a visit, so that rubbish reaches further than "there is no such thing". */
record RealThings(Map<String, String> ids) {

    private static final String ERRAND = """
            {"requestKey": "%s", "item": "150203-ZM-001", "area": "150203001015", "consentToReuse": false,
             "applicant": {"name": "李秀英", "documentKind": "RESIDENT_ID", "documentNumber": "150203197103022128",
                           "phone": "13847212345", "address": "少先路21号", "cardRead": true},
             "materials": [{"code": "home-right-or-lease", "state": "PRESENT"},
                           {"code": "own-commitment", "state": "PRESENT"}],
             "form": {"purpose": "子女入学", "since": "2019-05-01", "tenure": "owned"}}
            """;

    private static final String VISIT = """
            {"requestKey": "%s", "way": "NAME", "name": "李秀英", "items": ["150203-ZM-001"], "priority": false}
            """;

    static RealThings made(MockMvc mvc, SignedIn clerk, SignedIn administrator) throws Exception {
        var errand = post(mvc, clerk, "/api/counter/errands", ERRAND);
        var visit = post(mvc, clerk, "/api/counter/stations/ST-150203001/visits", VISIT);
        return new RealThings(Map.of(
                "/api/counter/errands/", text(errand, "/errand/id"),
                "/api/casework/cases/", text(errand, "/errand/caseId"),
                "/api/counter/papers/", text(errand, "/errand/papers/0/id"),
                "/api/counter/visits/", text(visit, "/visit/id"),
                "/api/access/accounts/", administrator.account().value().toString()));
    }

    /** The id that the endpoint's address asks for, when it is one of these. */
    Optional<String> id(Endpoint endpoint) {
        return ids.keySet().stream()
                .filter(endpoint.path()::startsWith)
                .findFirst()
                .map(ids::get);
    }

    private static String text(JsonNode answer, String path) {
        var text = answer.at(path).asString("");
        if (text.isEmpty()) {
            throw new IllegalStateException(path + " is not in " + answer);
        }
        return text;
    }

    private static JsonNode post(MockMvc mvc, SignedIn who, String path, String body) throws Exception {
        var response = mvc.perform(MockMvcRequestBuilders.post(path)
                        .with(who)
                        .contentType("application/json")
                        .content(body.formatted(UUID.randomUUID())))
                .andReturn()
                .getResponse();
        if (response.getStatus() >= 300) {
            throw new IllegalStateException(path + " " + response.getStatus() + response.getContentAsString());
        }
        return Samples.JSON.readTree(response.getContentAsByteArray());
    }
}
