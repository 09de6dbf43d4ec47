package org.linli.wearables;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A watch that speaks the text protocol on a real socket. */
public final class TextWatch implements AutoCloseable {

    private final String number;
    private final Socket socket;

    public TextWatch(Handed device) throws IOException {
        this.number = device.number;
        var port = device.ask("GET", "/api/wearables/health", "")
                .valueStream()
                .filter(protocol -> protocol.path("protocol").asString().equals("watch"))
                .findAny()
                .orElseThrow()
                .path("port")
                .asInt();
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(20_000);
    }

    public void tells(String content) throws IOException {
        sends("[3G*%s*%04X*%s]".formatted(number, content.length(), content));
    }

    public void sends(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    public String says(String content) throws IOException {
        tells(content);
        return hears();
    }

    /** The content of the next frame, or nothing when the line was closed. */
    public String hears() throws IOException {
        var frame = new StringBuilder();
        for (int one; (one = read()) >= 0; ) {
            if (one == ']') {
                return frame.substring("[3G**0000*".length() + number.length());
            }
            frame.append((char) one);
        }
        return "";
    }

    private int read() throws IOException {
        try {
            return socket.getInputStream().read();
        } catch (SocketException reset) {
            return -1;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
