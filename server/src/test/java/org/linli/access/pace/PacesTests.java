package org.linli.access.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.linli.access.AccessReason;
import org.linli.access.Paces;
import org.linli.access.Paces.Limit;
import org.linli.shared.Refusal;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@LinliTest
class PacesTests {

    private static final Limit FIVE_A_MINUTE = new Limit("test", 5, Duration.ofMinutes(1));

    @Autowired
    Paces paces;

    @Autowired
    PaceRows rows;

    @Autowired
    SettableClock clock;

    @Autowired
    MockMvcTester mvc;

    private final String who = UUID.randomUUID().toString();

    @AfterEach
    void putTheClockBack() {
        clock.set(SettableClock.START);
    }

    @Test
    void grantsAsManyTriesAsTheLimitSays() {
        for (var i = 0; i < 5; i++) {
            paces.count(FIVE_A_MINUTE, who);
        }
        assertRefused(12);
    }

    @Test
    void grantsOneMoreEachTimeAShareHasPassed() {
        for (var i = 0; i < 5; i++) {
            paces.count(FIVE_A_MINUTE, who);
        }
        clock.tick(Duration.ofSeconds(11));
        assertRefused(1);
        clock.tick(Duration.ofSeconds(1));
        paces.count(FIVE_A_MINUTE, who);
        assertRefused(12);
    }

    @Test
    void countsEverybodyApart() {
        for (var i = 0; i < 5; i++) {
            paces.count(FIVE_A_MINUTE, who);
        }
        paces.count(FIVE_A_MINUTE, who + " somebody else");
        paces.count(new Limit("test.other", 5, Duration.ofMinutes(1)), who);
        assertRefused(12);
    }

    @Test
    void countsTriesAtTheSameMomentOneByOne() throws Exception {
        Callable<Boolean> attempt = () -> rows.count(FIVE_A_MINUTE, who, clock.instant());
        try (var threads = Executors.newFixedThreadPool(8)) {
            var granted = threads
                    .invokeAll(IntStream.range(0, 40).mapToObj(i -> attempt).toList())
                    .stream()
                    .filter(one -> {
                        try {
                            return one.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .count();
            assertThat(granted).isEqualTo(5);
        }
    }

    @Test
    void locksNobodyOutAfterTheClockWasSetBack() {
        clock.tick(Duration.ofDays(1));
        paces.count(FIVE_A_MINUTE, who);
        clock.set(SettableClock.START);
        paces.count(FIVE_A_MINUTE, who);
    }

    @Test
    void forgetsWhoAskedLongAgo() {
        paces.count(FIVE_A_MINUTE, who);
        clock.tick(Duration.ofMinutes(10));
        assertThat(rows.forget(clock.instant())).isPositive();
    }

    @Test
    void saysInBothLanguagesHowLongToWait() {
        var chinese = "";
        for (var i = 0; i < 160; i++) {
            chinese = rating("zh-CN");
        }
        assertThat(chinese).contains("access.too-often", "查询或提交过于频繁，请在 4 秒后再试。");
        assertThat(rating("en")).contains("asked too often", "4 seconds");
    }

    private String rating(String language) {
        var answer = mvc.get()
                .uri("/api/public/hall/rating/NOBODY")
                .header("Accept-Language", language)
                .accept(MediaType.APPLICATION_JSON)
                .with(request -> {
                    request.setRemoteAddr(who);
                    return request;
                })
                .exchange();
        try {
            return answer.getResponse().getStatus() == 429
                    ? answer.getResponse().getContentAsString()
                    : "";
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertRefused(int seconds) {
        assertThatThrownBy(() -> paces.count(FIVE_A_MINUTE, who)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(AccessReason.TOO_OFTEN);
            assertThat(refusal.arguments()).first().asString().isEqualTo(Integer.toString(seconds));
        });
    }
}
