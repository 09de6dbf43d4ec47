package org.linli.casework.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.casework.running.Desks.act;
import static org.linli.casework.running.Desks.because;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.access.Acting;
import org.linli.casework.CaseId;
import org.linli.casework.CaseRatings;
import org.linli.casework.CaseReceipt;
import org.linli.casework.CaseworkReason;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Ratings of finished cases. */
@LinliTest
class CaseRatingTests extends BuiltInDeskTests {

    @Autowired
    CaseRatings ratings;

    @Test
    void takesARatingOnceAndHasABadOneLookedInto() {
        var desk = desk();
        var ended = done(desk);
        var key = UUID.randomUUID().toString();
        var tablet = Acting.system("tablet");
        assertThatThrownBy(() -> ratings.rate(tablet, given(ended, 2, Set.of(), key)))
                .is(because(CaseworkReason.RATING_NEEDS_REASON));
        ratings.rate(tablet, given(ended, 2, Set.of("ATTITUDE"), key));
        ratings.rate(tablet, given(ended, 2, Set.of("ATTITUDE"), key));
        assertThatThrownBy(() -> ratings.rate(tablet, given(ended, 5, Set.of(), "another")))
                .is(because(CaseworkReason.RATED_ALREADY));
        var rectification = jdbc.sql("select rectification from casework.case_rating where case_id = :id")
                .param("id", ended.id().value())
                .query((row, n) ->
                        rows.find(new CaseId(row.getObject(1, UUID.class))).orElseThrow())
                .single();
        assertThat(rectification.procedure()).isEqualTo("review-rectification");
        assertThat(rectification.now().handlers()).contains(clerk.account().value());
    }

    @Test
    void refusesRatingsOfRunningCasesAndAfterTheirTime() {
        var desk = desk();
        var tablet = Acting.system("tablet");
        var running = agency(desk);
        assertThatThrownBy(() -> ratings.rate(tablet, given(running, 5, Set.of(), "a")))
                .is(because(CaseworkReason.NOT_RATEABLE));
        var ended = done(desk);
        settable.tick(Duration.ofDays(31));
        assertThatThrownBy(() -> ratings.rate(tablet, given(ended, 5, Set.of(), "b")))
                .is(because(CaseworkReason.NOT_RATEABLE));
    }

    private CaseReceipt done(TestDesk desk) {
        var sent = desk.act(clerk, act(agency(desk), "SEND"));
        var decided = desk.act(clerk, act(sent, "DECIDE", "", Map.of("decision", "grant")));
        return desk.act(clerk, act(decided, "DELIVER"));
    }

    private static CaseRatings.Given given(CaseReceipt of, int grade, Set<String> reasons, String key) {
        return new CaseRatings.Given(of.id(), "", grade, reasons, "", "TABLET", key);
    }
}
