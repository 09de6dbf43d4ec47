package org.linli.registry.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A stretch of a stream that can be looked into ahead of where it is read. */
final class ByteWindow implements Closeable {

    private final InputStream in;
    private final byte[] buffer;
    private int start;
    private int end;
    private boolean ended;
    private long offset;

    /** @param size how far ahead can be looked */
    ByteWindow(InputStream in, long offset, int size) {
        this.in = in;
        this.offset = offset;
        this.buffer = new byte[Math.max(size, 1 << 18)];
    }

    /** Whether there is a byte {@code ahead} of here. */
    boolean has(int ahead) throws IOException {
        while (start + ahead >= end && !ended) {
            fill();
        }
        return start + ahead < end;
    }

    /** A byte that {@link #has} said is there. */
    byte at(int ahead) {
        return buffer[start + ahead];
    }

    boolean startsWith(byte[] head) throws IOException {
        return has(head.length - 1) && Arrays.equals(buffer, start, start + head.length, head, 0, head.length);
    }

    byte[] copy(int length) {
        return Arrays.copyOfRange(buffer, start, start + length);
    }

    void skip(int length) {
        start += length;
        offset += length;
    }

    /** Where in the file it stands. */
    long offset() {
        return offset;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == buffer.length) {
            throw new IllegalStateException("looked too far ahead");
        }
        var read = in.read(buffer, end, buffer.length - end);
        if (read < 0) {
            ended = true;
        } else {
            end += read;
        }
    }
}
