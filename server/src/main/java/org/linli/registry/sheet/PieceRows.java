package org.linli.registry.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.linli.privacy.FieldCipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Content of sheets in {@code registry.sheet_piece}: deflated, sealed, and never more than a piece of it in memory. */
@Repository
public class PieceRows {

    private static final int PIECE = 256 * 1024;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    PieceRows(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** Adds bytes that follow what is there. */
    public void append(UUID sheet, long at, byte[] bytes) {
        for (var from = 0; from < bytes.length; from += PIECE) {
            var part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PIECE));
            jdbc.sql("""
                    insert into registry.sheet_piece (sheet_id, starts_at, length, bytes_sealed)
                    values (:sheet, :at, :length, :bytes)""")
                    .param("sheet", sheet)
                    .param("at", at + from)
                    .param("length", part.length)
                    .param("bytes", cipher.seal("registry.sheet_piece.bytes", deflated(part)))
                    .update();
        }
    }

    /** The content from an offset on. */
    public InputStream open(UUID sheet, long from) {
        return new Pieces(sheet, from);
    }

    /** What is written here becomes the content; the last piece when it is closed. */
    public OutputStream write(UUID sheet) {
        return new Appending(sheet);
    }

    /** The content is no record of anything, so it goes. */
    public void drop(UUID sheet) {
        jdbc.sql("delete from registry.sheet_piece where sheet_id = :sheet")
                .param("sheet", sheet)
                .update();
    }

    private Optional<byte[]> from(UUID sheet, long at) {
        return jdbc.sql("""
                select starts_at, bytes_sealed from registry.sheet_piece
                where sheet_id = :sheet and starts_at <= :at and starts_at + length > :at
                order by starts_at desc limit 1""")
                .param("sheet", sheet)
                .param("at", at)
                .query((row, number) -> {
                    var bytes = inflated(cipher.open("registry.sheet_piece.bytes", row.getString("bytes_sealed")));
                    return Arrays.copyOfRange(bytes, (int) (at - row.getLong("starts_at")), bytes.length);
                })
                .optional();
    }

    private static String deflated(byte[] bytes) {
        var deflater = new Deflater(Deflater.BEST_SPEED);
        var out = new ByteArrayOutputStream(bytes.length / 2);
        try (var deflating = new DeflaterOutputStream(out, deflater)) {
            deflating.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }

    private static byte[] inflated(String text) {
        try (var in = new InflaterInputStream(
                new ByteArrayInputStream(Base64.getDecoder().decode(text)))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads piece after piece. */
    private final class Pieces extends InputStream {

        private final UUID sheet;
        private long at;
        private byte[] piece = new byte[0];
        private int read;

        Pieces(UUID sheet, long at) {
            this.sheet = sheet;
            this.at = at;
        }

        @Override
        public int read() {
            return isThere() ? piece[read++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (!isThere()) {
                return -1;
            }
            var count = Math.min(length, piece.length - read);
            System.arraycopy(piece, read, into, offset, count);
            read += count;
            return count;
        }

        private boolean isThere() {
            if (read < piece.length) {
                return true;
            }
            at += piece.length;
            read = 0;
            piece = from(sheet, at).orElse(new byte[0]);
            return piece.length > 0;
        }
    }

    /** Writes piece after piece. */
    private final class Appending extends OutputStream {

        private final UUID sheet;
        private final ByteArrayOutputStream waiting = new ByteArrayOutputStream(PIECE);
        private long at;

        Appending(UUID sheet) {
            this.sheet = sheet;
        }

        @Override
        public void write(int one) {
            waiting.write(one);
            flushFull();
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            waiting.write(bytes, offset, length);
            flushFull();
        }

        @Override
        public void close() {
            flushAll();
        }

        private void flushFull() {
            if (waiting.size() >= PIECE) {
                flushAll();
            }
        }

        private void flushAll() {
            var bytes = waiting.toByteArray();
            waiting.reset();
            append(sheet, at, bytes);
            at += bytes.length;
        }
    }
}
