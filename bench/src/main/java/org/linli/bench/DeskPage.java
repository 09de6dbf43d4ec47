package org.linli.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** The page of an alarm desk as a browser holds it open: what it hears is noted with the time it came. */
final class DeskPage implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DATA = "data:";
    private static final int PATIENCE_SECONDS = 60;

    /**
     * What the desk was told.
     *
     * @param open how many alarms are open
     * @param at when, in {@link System#nanoTime()}
     */
    record Heard(int open, long at) {}

    private final Socket socket;
    private final InputStream in;
    private final LinkedBlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private int open;

    private DeskPage(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** Signs somebody in and listens for the alarms of their area; returns when it was told how they stand. */
    static DeskPage open(int port, String login, String password) throws IOException, InterruptedException {
        var window = new Window(port, "", "");
        window.signIn(login, password);
        var page = new DeskPage(window.listen("/api/wearables/alarms/live"));
        page.readHead();
        Thread.ofPlatform().name("desk-page").daemon().start(page::read);
        page.open = page.next().open();
        return page;
    }

    /** Waits until more alarms are open than were before; when that was heard. */
    long awaitMore() throws InterruptedException {
        var before = open;
        for (var news = next(); ; news = next()) {
            open = news.open();
            if (open > before) {
                return news.at();
            }
        }
    }

    private Heard next() throws InterruptedException {
        var news = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (news == null) {
            throw new IllegalStateException("the alarm desk heard nothing for " + PATIENCE_SECONDS + " s");
        }
        return news;
    }

    private void readHead() throws IOException {
        var status = line();
        if (!status.contains(" 200")) {
            throw new IOException("the alarm desk was answered: " + status);
        }
        for (var header = line(); !header.isEmpty(); ) {
            header = line();
        }
    }

    /** The answer comes in chunks, which end where the server likes and not where a line does. */
    private void read() {
        var text = new StringBuilder();
        try {
            for (var size = chunk(); size > 0; size = chunk()) {
                text.append(new String(in.readNBytes(size), StandardCharsets.UTF_8));
                line();
                for (var end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n")) {
                    take(text.substring(0, end));
                    text.delete(0, end + 1);
                }
            }
        } catch (IOException closed) {
            // whoever waits for an alarm is told after a while
        }
    }

    private void take(String line) {
        var at = System.nanoTime();
        if (line.startsWith(DATA)) {
            heard.add(new Heard(
                    JSON.readTree(line.substring(DATA.length())).path("open").asInt(), at));
        }
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server closed the alarm desk");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
