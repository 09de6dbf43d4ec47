package org.linli.cardreader;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.linli.cardreader.Reading.State;

/** The one place where the present reading stands; browsers wait here for the next. */
final class ReadingBoard {

    private final Duration kept;
    private Reading reading = new Reading(1, State.DISCONNECTED, null, null);
    private long forgetAt = Long.MAX_VALUE;

    /** @param kept how long a card is kept when no browser takes it */
    ReadingBoard(Duration kept) {
        this.kept = kept;
    }

    synchronized Reading now() {
        forgetWhenOld();
        return reading;
    }

    /** Waits until the reading is newer than the one seen, or the time is over. */
    synchronized Reading after(long seen, Duration longest) throws InterruptedException {
        var end = System.nanoTime() + longest.toNanos();
        for (var left = longest.toMillis(); now().number() <= seen && left > 0; ) {
            wait(Math.min(left, 1000));
            left = (end - System.nanoTime()) / 1_000_000;
        }
        return now();
    }

    synchronized void show(State state) {
        if (reading.state() != state) {
            put(state, null, null);
        }
    }

    synchronized void showCard(byte[] textBlock, byte[] photo) {
        put(State.CARD, NationBlank.of(textBlock), photo);
        forgetAt = System.nanoTime() + kept.toNanos();
    }

    /** A browser has the card, so this machine need not. */
    synchronized void forget(long number) {
        if (reading.number() == number && reading.state() == State.CARD) {
            put(State.WAITING, null, null);
        }
    }

    private void forgetWhenOld() {
        if (reading.state() == State.CARD && System.nanoTime() > forgetAt) {
            put(State.WAITING, null, null);
        }
    }

    private void put(State state, byte @Nullable [] textBlock, byte @Nullable [] photo) {
        reading = new Reading(reading.number() + 1, state, textBlock, photo);
        notifyAll();
    }
}
