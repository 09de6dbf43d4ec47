package org.linli.sync.hint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.access.Acting;
import org.linli.sync.Assignments;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.linli.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@LinliTest
class HintsTests {

    private static final Duration PROMISED = Duration.ofSeconds(2);

    @Autowired
    Assignments assignments;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    @Test
    void reachAPhoneThatListensWithinTwoSecondsAndTellOnlyOfItsScopes() throws Exception {
        var worker = SignedIn.as("grid-worker");
        assertThat(mvc.get().uri("/api/access/session").with(worker)).hasStatusOk();
        assignments.assign(
                worker.account(),
                "grid:150203007001001",
                Assignments.Mode.READ_WRITE,
                clock.instant(),
                Acting.system("test"));
        var stream =
                mvc.get().uri("/api/sync/hints").with(worker).asyncExchange().getResponse();
        note("grid:150203007001001");
        note("grid:150203007001002");
        var end = System.nanoTime() + PROMISED.toNanos();
        while (!stream.getContentAsString().contains("\"head\":1}") && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(stream.getContentAsString())
                .contains("event:hint", "{\"scope\":\"grid:150203007001001\",\"head\":1}")
                .doesNotContain("150203007001002");
    }

    private void note(String scope) {
        jdbc.sql("select sync.note(:scope, 'castle', :id, 'P')")
                .param("scope", scope)
                .param("id", UUID.randomUUID())
                .query(rows -> {});
    }
}
