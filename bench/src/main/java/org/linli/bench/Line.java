package org.linli.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * One kept-alive HTTP/1.1 connection with its cookies, as a browser holds it, and nothing else: the clients share the
 * processors with the server that is measured, so what they cost themselves must be little.
 */
final class Line {

    /**
     * A status and the text that came with it.
     *
     * @param bytes of the body as it came over the line
     * @param retryAfter seconds the server asks to be left alone; 0 where it does not
     */
    record Answer(int status, String body, int bytes, int retryAfter) {}

    private static final int PATIENCE_MILLIS = 30_000;

    /** The server closes a connection that nobody has used for twenty seconds. */
    private static final long IDLE_NANOS = 10_000_000_000L;

    private final int port;
    private final boolean compressed;
    private final Map<String, String> cookies = new TreeMap<>();
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();
    private long usedAt;

    Line(int port) {
        this(port, false);
    }

    /** @param compressed whether it asks for compressed answers */
    Line(int port, boolean compressed) {
        this.port = port;
        this.compressed = compressed;
    }

    /** As if the server had sent it. */
    void keep(String name, String value) {
        cookies.put(name, value);
    }

    Answer get(String path) throws IOException {
        return send("GET", path, "");
    }

    /** Sends JSON with the token that the server asks for against forged requests. */
    Answer post(String path, String json) throws IOException {
        return send("POST", path, json);
    }

    /** The connection, opened anew when the server has closed it or soon will. */
    private OutputStream connected() throws IOException {
        if (socket != null && System.nanoTime() - usedAt > IDLE_NANOS) {
            close();
        }
        if (socket == null) {
            socket = new Socket("127.0.0.1", port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            in = new BufferedInputStream(socket.getInputStream(), 16_384);
        }
        return socket.getOutputStream();
    }

    private void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }

    private Answer send(String method, String path, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        var message = new ByteArrayOutputStream(512 + body.length);
        message.writeBytes(head(method, path, body.length).getBytes(StandardCharsets.US_ASCII));
        message.writeBytes(body);
        message.writeTo(connected());
        var answer = answer();
        usedAt = System.nanoTime();
        return answer;
    }

    /** Asks for a stream of events over a connection of its own, which then is the caller's; nothing was read of the answer. */
    Socket listen(String path) throws IOException {
        var own = new Socket("127.0.0.1", port);
        own.setTcpNoDelay(true);
        own.getOutputStream().write(head("GET", path, 0).getBytes(StandardCharsets.US_ASCII));
        return own;
    }

    private String head(String method, String path, int bodyBytes) {
        var head = new StringBuilder(512)
                .append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: 127.0.0.1:")
                .append(port)
                .append("\r\nAccept: application/json, text/event-stream\r\n")
                .append(compressed ? "Accept-Encoding: gzip\r\n" : "");
        if (!cookies.isEmpty()) {
            var all = new StringBuilder();
            cookies.forEach((name, value) -> all.append(all.isEmpty() ? "" : "; ")
                    .append(name)
                    .append('=')
                    .append(value));
            head.append("Cookie: ").append(all).append("\r\n");
        }
        if (method.equals("POST")) {
            head.append("Content-Type: application/json\r\nContent-Length: ")
                    .append(bodyBytes)
                    .append("\r\nX-XSRF-TOKEN: ")
                    .append(cookies.getOrDefault("XSRF-TOKEN", ""))
                    .append("\r\n");
        }
        return head.append("\r\n").toString();
    }

    private Answer answer() throws IOException {
        var status = Integer.parseInt(text().split(" ")[1]);
        var length = 0;
        var chunked = false;
        var last = false;
        var packed = false;
        var retryAfter = 0;
        for (var header = text(); !header.isEmpty(); header = text()) {
            var colon = header.indexOf(':');
            var value = header.substring(colon + 1).strip();
            switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
                case "content-encoding" -> packed = value.equalsIgnoreCase("gzip");
                case "retry-after" -> retryAfter = Integer.parseInt(value);
                case "connection" -> last = value.equalsIgnoreCase("close");
                case "set-cookie" -> keep(value);
                case String other -> {}
            }
        }
        var bytes = chunked ? chunks() : exactly(length);
        if (last) {
            close();
        }
        var body = new String(packed ? unpacked(bytes) : bytes, StandardCharsets.UTF_8);
        return new Answer(status, body, bytes.length, retryAfter);
    }

    private static byte[] unpacked(byte[] bytes) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    private void keep(String cookie) {
        var pair = cookie.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0].strip(), pair[1].strip());
    }

    private byte[] chunks() throws IOException {
        var whole = new ByteArrayOutputStream();
        for (var size = Integer.parseInt(text(), 16); size > 0; size = Integer.parseInt(text(), 16)) {
            whole.writeBytes(exactly(size));
            text();
        }
        text();
        return whole.toByteArray();
    }

    private byte[] exactly(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the server closed the connection");
        }
        return bytes;
    }

    private String text() throws IOException {
        var line = new StringBuilder(64);
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
