package org.linli.cardreader;

import java.io.IOException;
import java.time.Duration;
import org.linli.cardreader.Reading.State;

/**
 * Looks for a card again and again: find, select, read. After a reading the reader itself answers no find until the card
 * was lifted, so each laying is read once.
 */
final class ReaderLoop implements Runnable {

    private static final Duration REPLY = Duration.ofMillis(1500);

    /** Where the loop gets a line from; asked again whenever the line is cut. */
    interface Line {

        SdtLine open() throws IOException;
    }

    private final Line line;
    private final ReadingBoard board;
    private final Duration pause;

    ReaderLoop(Line line, ReadingBoard board, Duration pause) {
        this.line = line;
        this.board = board;
        this.pause = pause;
    }

    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                var opened = line.open();
                while (true) {
                    look(opened);
                    Thread.sleep(pause);
                }
            } catch (IOException e) {
                board.show(State.DISCONNECTED);
                rest();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void look(SdtLine opened) throws IOException, InterruptedException {
        var found = opened.ask(Sdt.FIND, REPLY);
        if (found.isEmpty()) {
            board.show(State.DISCONNECTED);
            return;
        }
        if (!Sdt.says(found.get(), Sdt.FOUND)) {
            if (board.now().state() == State.DISCONNECTED) {
                board.show(State.WAITING);
            }
            return;
        }
        var selected = opened.ask(Sdt.SELECT, REPLY).filter(reply -> Sdt.says(reply, Sdt.OK));
        var content = selected.isPresent()
                ? opened.ask(Sdt.READ, REPLY).flatMap(Sdt::content)
                : java.util.Optional.<Sdt.Content>empty();
        content.ifPresentOrElse(card -> board.showCard(card.text(), card.photo()), () -> board.show(State.UNREADABLE));
    }

    private void rest() {
        try {
            Thread.sleep(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
