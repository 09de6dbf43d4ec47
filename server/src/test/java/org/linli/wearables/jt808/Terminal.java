package org.linli.wearables.jt808;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;

/** Writes what a terminal would send. */
final class Terminal {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyMMddHHmmss").withZone(ZoneOffset.ofHours(8));

    final Edition edition;
    final String number;
    int serial;

    Terminal(Edition edition, String number) {
        this.edition = edition;
        this.number = "0".repeat(2 * edition.terminalBytes() - number.length()) + number;
    }

    byte[] says(int kind, byte... body) {
        return new Jt808Frame(kind, edition, number, ++serial, Optional.empty(), body).bytes();
    }

    byte[] registers() {
        return says(Jt808Kinds.REGISTER, new byte[37]);
    }

    byte[] authenticates(String code) {
        var letters = code.getBytes(Jt808Orders.GBK);
        var body = new ByteArrayOutputStream();
        if (edition == Edition.OF_2019) {
            body.write(letters.length);
        }
        body.writeBytes(letters);
        if (edition == Edition.OF_2019) {
            body.writeBytes(new byte[35]);
        }
        return says(Jt808Kinds.AUTHENTICATE, body.toByteArray());
    }

    /** In as many frames as it takes, when no more than so many bytes go into each. */
    byte[] inParts(int kind, byte[] body, int most) {
        var frames = new ByteArrayOutputStream();
        var parts = (body.length + most - 1) / most;
        for (var part = 1; part <= parts; part++) {
            var piece = Arrays.copyOfRange(body, (part - 1) * most, Math.min(body.length, part * most));
            frames.writeBytes(new Jt808Frame(
                            kind, edition, number, ++serial, Optional.of(new Jt808Frame.Part(parts, part)), piece)
                    .bytes());
        }
        return frames.toByteArray();
    }

    static byte[] position(int alarm, int status, double lat, double lon, Instant at, int... extras) {
        var body = ByteBuffer.allocate(28 + extras.length)
                .putInt(alarm)
                .putInt(status)
                .putInt((int) Math.round(lat * 1e6))
                .putInt((int) Math.round(lon * 1e6))
                .putShort((short) 1067)
                .putShort((short) 35)
                .putShort((short) 0);
        Bcd.write(MOMENT.format(at), body);
        for (var extra : extras) {
            body.put((byte) extra);
        }
        return body.array();
    }

    static byte[] stored(byte[]... positions) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(ByteBuffer.allocate(3)
                .putShort((short) positions.length)
                .put((byte) 1)
                .array());
        for (var position : positions) {
            body.writeBytes(
                    ByteBuffer.allocate(2).putShort((short) position.length).array());
            body.writeBytes(position);
        }
        return body.toByteArray();
    }
}
