package org.linli.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows of one table in the binary format of PostgreSQL's COPY: a count of fields, then each with its length before it. */
public final class CopyBuffer {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int HEADER = SIGNATURE.length + 8;
    private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);
    private static final Instant EPOCH_INSTANT = Instant.parse("2000-01-01T00:00:00Z");
    private static final int PACKET = 1 << 16;
    private static final int TEXT_OID = 25;
    private static final int NUMERIC_BASE = 10_000;

    private final int width;
    private byte[] bytes = new byte[1 << 16];
    private int end;
    private int rows;

    /** @param width how many fields a row has */
    public CopyBuffer(int width) {
        this.width = width;
        System.arraycopy(SIGNATURE, 0, bytes, 0, SIGNATURE.length);
        end = HEADER;
    }

    public int rows() {
        return rows;
    }

    /** What COPY is sent, its end included. */
    public ByteBuffer finished() {
        room(2);
        bytes[end] = -1;
        bytes[end + 1] = -1;
        return ByteBuffer.wrap(bytes, 0, end + 2);
    }

    /**
     * Sends the rows.
     *
     * @return how many the table took
     */
    public static long send(Connection connection, String table, String columns, ByteBuffer finished)
            throws SQLException {
        var copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy %s (%s) from stdin (format binary)".formatted(table, columns));
        try {
            for (var from = 0; from < finished.limit(); from += PACKET) {
                copy.writeToCopy(finished.array(), from, Math.min(PACKET, finished.limit() - from));
            }
            return copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    public CopyBuffer row() {
        room(2);
        bytes[end++] = (byte) (width >> 8);
        bytes[end++] = (byte) width;
        rows++;
        return this;
    }

    public CopyBuffer uuid(@Nullable UUID value) {
        return value == null
                ? nothing()
                : number(16).raw(value.getMostSignificantBits()).raw(value.getLeastSignificantBits());
    }

    public CopyBuffer text(@Nullable String value) {
        return value == null ? nothing() : bytea(value.getBytes(StandardCharsets.UTF_8));
    }

    public CopyBuffer bytea(byte[] value) {
        number(value.length).room(value.length);
        System.arraycopy(value, 0, bytes, end, value.length);
        end += value.length;
        return this;
    }

    public CopyBuffer integer(@Nullable Integer value) {
        return value == null ? nothing() : number(4).number(value);
    }

    /** A smallint. */
    public CopyBuffer small(int value) {
        number(2).shorts(value);
        return this;
    }

    public CopyBuffer nothing() {
        return number(-1);
    }

    public CopyBuffer real(@Nullable Double value) {
        return value == null ? nothing() : number(8).raw(Double.doubleToRawLongBits(value));
    }

    public CopyBuffer bool(boolean value) {
        number(1).room(1);
        bytes[end++] = (byte) (value ? 1 : 0);
        return this;
    }

    public CopyBuffer date(@Nullable LocalDate value) {
        return value == null ? nothing() : number(4).number((int) EPOCH.until(value, ChronoUnit.DAYS));
    }

    public CopyBuffer instant(Instant value) {
        return number(8).raw(EPOCH_INSTANT.until(value, ChronoUnit.MICROS));
    }

    /** A numeric of two decimals, in PostgreSQL's digits of base 10,000. */
    public CopyBuffer hundredths(@Nullable Double value) {
        if (value == null) {
            return nothing();
        }
        var hundredths = Math.round(value * 100);
        var whole = hundredths / 100;
        var digits = new long[] {whole / NUMERIC_BASE, whole % NUMERIC_BASE, hundredths % 100 * 100};
        number(8 + 2 * digits.length);
        shorts(digits.length, 1, 0, 2);
        shorts((int) digits[0], (int) digits[1], (int) digits[2]);
        return this;
    }

    public CopyBuffer texts(List<String> values) {
        var encoded = values.stream()
                .map(value -> value.getBytes(StandardCharsets.UTF_8))
                .toList();
        if (encoded.isEmpty()) {
            return number(12).number(0).number(0).number(TEXT_OID);
        }
        number(20 + encoded.stream().mapToInt(value -> 4 + value.length).sum());
        number(1).number(0).number(TEXT_OID).number(encoded.size()).number(1);
        encoded.forEach(this::bytea);
        return this;
    }

    private void shorts(int... values) {
        room(2 * values.length);
        for (var value : values) {
            bytes[end++] = (byte) (value >> 8);
            bytes[end++] = (byte) value;
        }
    }

    private CopyBuffer number(int value) {
        room(4);
        bytes[end] = (byte) (value >> 24);
        bytes[end + 1] = (byte) (value >> 16);
        bytes[end + 2] = (byte) (value >> 8);
        bytes[end + 3] = (byte) value;
        end += 4;
        return this;
    }

    private CopyBuffer raw(long value) {
        return number((int) (value >> 32)).number((int) value);
    }

    private void room(int more) {
        if (end + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, end + more));
        }
    }
}
