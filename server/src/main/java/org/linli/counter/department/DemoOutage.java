package org.linli.counter.department;

import java.time.Clock;
import java.time.Duration;
import org.linli.shared.DemoData;
import org.linli.shared.DemoPast;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A line that was down for a while three days ago, so that the demo's screen of lines has something to show. */
@Component
class DemoOutage implements DemoData {

    private static final String LINE = "medical-insurance";
    private static final Duration BEGAN = Duration.ofDays(3);
    private static final Duration LASTED = Duration.ofMinutes(42);

    private final LineHealthRows health;
    private final TransactionTemplate transactions;
    private final Clock clock;

    DemoOutage(LineHealthRows health, TransactionTemplate transactions, Clock clock) {
        this.health = health;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 65;
    }

    @Override
    public void load(Size size) {
        if (size == Size.NONE) {
            return;
        }
        DemoPast.ago(
                BEGAN,
                () -> transactions.executeWithoutResult(_ -> {
                    health.failed(LINE, "HTTP 503", clock.instant());
                    health.failed(LINE, "HTTP 503", clock.instant().plusSeconds(2));
                    health.failed(LINE, "HTTP 503", clock.instant().plusSeconds(6));
                }));
        DemoPast.ago(
                BEGAN.minus(LASTED),
                () -> transactions.executeWithoutResult(_ -> health.worked(LINE, clock.instant())));
    }
}
