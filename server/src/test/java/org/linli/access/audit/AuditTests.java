package org.linli.access.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.access.AuditTrail;
import org.linli.access.ledger.Ledger;
import org.linli.area.UnitCode;
import org.linli.shared.DivisionCode;
import org.linli.testing.Actings;
import org.linli.testing.Chains;
import org.linli.testing.LinliTest;
import org.linli.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@LinliTest
class AuditTests {

    private static final SignedIn AUDITOR =
            SignedIn.as("audit-admin", UnitCode.of("DG-150203"), DivisionCode.of("150203"));

    @Autowired
    AuditTrail trail;

    @Autowired
    @Qualifier("auditLedger")
    Ledger lines;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    @Test
    void isFoundByWhatWasActedOn() {
        var object = "test:" + UUID.randomUUID();
        trail.note(Actings.clerk(), "counter.paper.print", object, Map.of("copies", "2"));
        var answer =
                mvc.perform(get("/api/access/audit").param("object", object).with(AUDITOR));
        assertThat(answer)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("items.length()")
                .isEqualTo(1);
        assertThat(answer).bodyJson().extractingPath("items[0].act").isEqualTo("counter.paper.print");
        assertThat(answer).bodyJson().extractingPath("items[0].facts").isEqualTo("{\"copies\":\"2\"}");
    }

    @Test
    void turnsPagesWithoutLosingOrRepeatingALine() {
        var object = "test:" + UUID.randomUUID();
        for (var i = 0; i < 60; i++) {
            trail.note(Actings.clerk(), "counter.paper.print", object, Map.of("n", Integer.toString(i)));
        }
        var first = mvc.perform(get("/api/access/audit").param("object", object).with(AUDITOR));
        assertThat(first).bodyJson().extractingPath("items.length()").isEqualTo(50);
        var next = text(first, "$.next");
        var second = mvc.perform(get("/api/access/audit")
                .param("object", object)
                .param("after", next)
                .with(AUDITOR));
        assertThat(second).bodyJson().extractingPath("items.length()").isEqualTo(10);
        assertThat(mvc.perform(
                        get("/api/access/audit").param("after", "nonsense").with(AUDITOR)))
                .hasStatus(422);
    }

    @Test
    void isShownToTheAuditAdministratorOnly() {
        assertThat(mvc.perform(get("/api/access/audit").with(SignedIn.as("clerk"))))
                .hasStatus(403);
        var security = SignedIn.as("security-admin", UnitCode.of("DG-150203"), DivisionCode.of("150203"));
        assertThat(mvc.perform(get("/api/access/audit").with(security))).hasStatus(403);
    }

    @Test
    void refusesToBeChangedByMistake() {
        var object = "test:" + UUID.randomUUID();
        trail.note(Actings.clerk(), "counter.paper.print", object, Map.of());
        assertThatThrownBy(() -> jdbc.sql("delete from access.audit where object = :object")
                        .param("object", object)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never changed or deleted");
    }

    @Test
    void verifiesWhatTheHouseWrote() {
        trail.note(Actings.clerk(), "counter.paper.print", "test:" + UUID.randomUUID(), Map.of("字", "值"));
        Chains.extendWhole(lines.chain());
        assertThat(lines.chain().verify().findings()).isEmpty();
        assertThat(mvc.perform(post("/api/access/audit/verify").with(AUDITOR)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[0].intact")
                .isEqualTo(true);
    }

    private static String text(org.springframework.test.web.servlet.assertj.MvcTestResult answer, String path) {
        try {
            return com.jayway.jsonpath.JsonPath.read(answer.getResponse().getContentAsString(), path);
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
