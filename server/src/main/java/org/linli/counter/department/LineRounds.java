package org.linli.counter.department;

import org.springframework.stereotype.Component;

/** The rounds that the lines' jobs make: send what waits, apply what was answered. */
@Component
public class LineRounds {

    private final Sending sending;
    private final ApplyingAnswers applying;

    LineRounds(Sending sending, ApplyingAnswers applying) {
        this.sending = sending;
        this.applying = applying;
    }

    /** @return how many messages arrived */
    public int send() {
        return sending.run();
    }

    public void apply() {
        applying.run();
    }
}
