package org.linli.counter.hall;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a waiting estimate is made of. */
class WaitingTests {

    @Test
    void sharesTheWorkAheadAmongTheOpenWindows() {
        var estimate = Waiting.estimate(new WaitingQueries.Load("ST-1", 6, 3, 600.0));
        assertThat(estimate.minutes()).isEqualTo(20);
    }

    @Test
    void saysNothingWhileNoWindowIsOpen() {
        assertThat(Waiting.estimate(new WaitingQueries.Load("ST-1", 6, 0, 600.0))
                        .minutes())
                .isNull();
    }

    @Test
    void takesTheUsualTimeWhereNothingWasMeasured() {
        assertThat(Waiting.estimate(new WaitingQueries.Load("ST-1", 1, 1, null)).handlingSeconds())
                .isEqualTo(Waiting.USUAL_SECONDS);
    }

    @Test
    void measuresTheWayInMetres() {
        var here = new WaitingQueries.Place(109.80, 40.65);
        assertThat(here.metresTo(new WaitingQueries.Place(109.81, 40.65))).isBetween(830.0, 860.0);
    }
}
