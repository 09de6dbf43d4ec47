package org.linli.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.access.ledger.Ledger;
import org.linli.area.UnitCode;
import org.linli.shared.DivisionCode;
import org.linli.testing.Actings;
import org.linli.testing.Chains;
import org.linli.testing.LinliTest;
import org.linli.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@LinliTest
class DisclosureTests {

    private static final SignedIn AUDITOR =
            SignedIn.as("audit-admin", UnitCode.of("DG-150203"), DivisionCode.of("150203"));

    @Autowired
    DisclosureLedger ledger;

    @Autowired
    @Qualifier("disclosureLines")
    Ledger lines;

    @Autowired
    MockMvcTester mvc;

    @Test
    void answersWhoReadSomebodysDataByTheirNumber() {
        var object = "errand:" + UUID.randomUUID();
        var subject = ledger.subjectOf("15020319880808123X");
        ledger.note(Actings.clerk(), subject, Set.of("name", "idNumber"), "核对身份", object);
        var answer = search("{\"idNumber\": \"15020319880808123x\", \"object\": \"%s\"}".formatted(object), AUDITOR);
        assertThat(answer)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("items.length()")
                .isEqualTo(1);
        assertThat(answer).bodyJson().extractingPath("items[0].fields[0]").isEqualTo("idNumber");
        assertThat(answer).bodyJson().extractingPath("items[0].purpose").isEqualTo("核对身份");
        assertThat(answer).bodyText().doesNotContain("1988", subject);
        assertThat(search("{\"idNumber\": \"150203194901010013\", \"object\": \"%s\"}".formatted(object), AUDITOR))
                .bodyJson()
                .extractingPath("items.length()")
                .isEqualTo(0);
    }

    @Test
    void isShownToTheAuditAdministratorOnly() {
        assertThat(search("{}", SignedIn.as("clerk"))).hasStatus(403);
    }

    @Test
    void isChainedLikeTheAuditTrail() {
        ledger.note(Actings.clerk(), "subject", Set.of("phone"), "contact", "errand:" + UUID.randomUUID());
        Chains.extendWhole(lines.chain());
        assertThat(lines.chain().verify().findings()).isEmpty();
    }

    private MvcTestResult search(String json, SignedIn who) {
        return mvc.perform(post("/api/privacy/disclosures/search")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .with(who));
    }
}
