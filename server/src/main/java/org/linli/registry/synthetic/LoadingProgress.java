package org.linli.registry.synthetic;

import java.util.Locale;
import java.util.function.LongConsumer;

/** Tells a terminal how far a load is: one line that grows where there is a terminal, a line for each tenth elsewhere. */
final class LoadingProgress implements LongConsumer {

    private static final int TENTH = 10;

    private final long wanted;
    private final long begun = System.nanoTime();
    private final boolean terminal =
            System.console() != null && System.console().isTerminal();
    private long lastTenth;

    LoadingProgress(long wanted) {
        this.wanted = wanted;
    }

    @Override
    @SuppressWarnings("SystemOut")
    public synchronized void accept(long people) {
        var seconds = Math.max(1, (System.nanoTime() - begun) / 1_000_000_000L);
        var line = String.format(
                Locale.ROOT,
                "  %3d %%  %,d of %,d people, %,d a second, %d s",
                100 * people / wanted,
                people,
                wanted,
                people / seconds,
                seconds);
        var tenth = TENTH * people / wanted;
        if (terminal) {
            System.out.print("\r" + line + (people >= wanted ? System.lineSeparator() : ""));
            System.out.flush();
        } else if (tenth > lastTenth) {
            lastTenth = tenth;
            System.out.println(line);
        }
    }
}
