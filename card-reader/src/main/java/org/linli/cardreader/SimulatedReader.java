package org.linli.cardreader;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A reader that is none: it answers SDT frames like a real one, and cards are laid on it by {@link #lay}. Like a real one
 * it answers no second find before the card was lifted.
 */
final class SimulatedReader implements ReaderLoop.Line {

    private SimulatedCards.@Nullable Card card;
    private boolean found;
    private boolean selected;

    /** Lays a card, counted from 1; the one before is lifted first. Whether there is such a card. */
    synchronized boolean lay(int number) {
        if (number < 1 || number > SimulatedCards.all().size()) {
            return false;
        }
        lift();
        card = SimulatedCards.all().get(number - 1);
        return true;
    }

    synchronized void lift() {
        card = null;
        found = false;
        selected = false;
    }

    /** A pair of pipes to this reader. */
    @Override
    public SdtLine open() throws IOException {
        var commands = new PipedInputStream(8192);
        var replies = new PipedInputStream(8192);
        var toReader = new PipedOutputStream(commands);
        var toBridge = new PipedOutputStream(replies);
        Thread.ofPlatform().daemon().name("simulated-reader").start(() -> serve(commands, toBridge));
        return new SdtLine(replies, toReader);
    }

    /** Answers commands until the line is cut. */
    void serve(InputStream commands, OutputStream replies) {
        var decoder = new FrameDecoder();
        var buffer = new byte[256];
        try {
            for (var count = commands.read(buffer); count >= 0; count = commands.read(buffer)) {
                for (var command : decoder.feed(Arrays.copyOf(buffer, count))) {
                    replies.write(Frame.encode(reply(command)));
                    replies.flush();
                }
            }
        } catch (IOException e) {
            // the bridge has gone, and with it this conversation
        }
    }

    synchronized byte[] reply(byte[] command) {
        if (Arrays.equals(command, Sdt.FIND)) {
            found = card != null && !found;
            return found ? withSerial(Sdt.FOUND, 4) : again();
        }
        if (Arrays.equals(command, Sdt.SELECT)) {
            selected = card != null && found;
            return selected ? withSerial(Sdt.OK, 8) : Sdt.SELECT_FAILED;
        }
        if (Arrays.equals(command, Sdt.READ)) {
            var laid = card;
            var text = laid == null || !selected ? null : laid.textBlock();
            selected = false;
            return laid == null || text == null
                    ? Sdt.READ_FAILED
                    : Sdt.contentReply(text, Arrays.copyOf(laid.photo(), Sdt.PHOTO));
        }
        return Sdt.NOT_UNDERSTOOD;
    }

    /** The card that was found before still lies there. */
    private byte[] again() {
        found = card != null;
        return Sdt.NO_CARD;
    }

    private static byte[] withSerial(byte[] status, int serial) {
        return Arrays.copyOf(status, 3 + serial);
    }
}
