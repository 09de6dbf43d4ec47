package org.linli.counter.errand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.casework.Cases;
import org.linli.counter.errand.Windows.Answer;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.linli.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Requests that come twice at the same moment, and two people at the same errand. */
@LinliTest
class RepeatedRequestTests {

    private static final int AT_ONCE = 4;

    @Autowired
    MockMvc mvc;

    @Autowired
    Cases cases;

    @Autowired
    SettableClock clock;

    private Windows windows = null;

    @BeforeEach
    void start() {
        clock.set(SettableClock.START);
        windows = new Windows(mvc, cases);
    }

    @Test
    void takesAnApplicationThatIsSentTwiceAtOnceOnce() {
        var application = Windows.residence(Windows.idNumber());
        var answers = atOnce(() -> windows.accept(application));
        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers)
                .extracting(answer -> answer.text("/errand/id"))
                .doesNotContain("")
                .containsOnly(answers.getFirst().text("/errand/id"));
    }

    @Test
    void tellsOnceWhatIsMissing() {
        var application = Windows.application(
                Windows.RESIDENCE,
                Windows.idNumber(),
                Map.of("purpose", "子女入学", "since", "2019-05-01", "tenure", "owned"));
        var answers = atOnce(() -> windows.accept(application));
        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers)
                .extracting(answer -> answer.text("/notice/id"))
                .containsOnly(answers.getFirst().text("/notice/id"));
    }

    @Test
    void givesOneTicketToOneCheckIn() {
        var form = Map.of(
                "requestKey",
                UUID.randomUUID().toString(),
                "way",
                "NAME",
                "name",
                "李秀英",
                "items",
                List.of(Windows.RESIDENCE),
                "priority",
                false);
        var answers = atOnce(() -> windows.post(windows.clerk, "/api/counter/stations/ST-150203001/visits", form));
        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers)
                .extracting(answer -> answer.text("/visit/ticket"))
                .containsOnly(answers.getFirst().text("/visit/ticket"));
    }

    @Test
    void letsOneOfTwoFinishAnErrand() {
        var id = windows.accept(Windows.residence(Windows.idNumber())).text("/errand/id");
        var colleague = SignedIn.as("clerk");
        windows.get(colleague, "/api/access/session");
        var answers = atOnce(() -> windows.post(colleague, "/api/counter/errands/" + id + "/finish", Map.of()));
        assertThat(answers).extracting(Answer::status).containsOnlyOnce(200).containsOnly(200, 409);
    }

    private List<Answer> atOnce(Callable<Answer> request) {
        // Signs in before it counts, so that the threads differ in nothing but their request.
        windows.get(windows.clerk, "/api/access/session");
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var answers = new ArrayList<Answer>();
            for (var answer : threads.invokeAll(List.of(request, request, request, request))) {
                answers.add(answer.get());
            }
            return answers;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
