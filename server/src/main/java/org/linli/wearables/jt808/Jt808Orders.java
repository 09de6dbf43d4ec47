package org.linli.wearables.jt808;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Optional;
import org.linli.wearables.line.Order;

/** Orders in the words of the standard; a pure function. */
final class Jt808Orders {

    /** Texts of the standard. */
    static final Charset GBK = Charset.forName("GBK");

    private static final int SECONDS_BETWEEN_REPORTS = 0x0029;
    private static final int SHOWN_AND_READ_ALOUD = 1 << 2 | 1 << 3;
    private static final int A_NOTICE = 1;
    private static final int REPLACE_ALL = 1;
    private static final int CALLS_BOTH_WAYS = 3;
    private static final String HERE = "请找到这台设备";

    /** Which message it is, and its body. */
    record Told(int kind, byte[] body) {}

    private Jt808Orders() {}

    /** Empty for what the standard has no words for: it knows no alarm clock and no quiet hours. */
    static Optional<Told> of(Order order, Edition edition) {
        return switch (order) {
            case Order.Locate() -> Optional.of(new Told(Jt808Kinds.SAY_POSITION, new byte[0]));
            case Order.Interval(var seconds) -> Optional.of(new Told(Jt808Kinds.SET_PARAMETERS, interval(seconds)));
            case Order.Contacts contacts -> Optional.of(new Told(Jt808Kinds.CONTACTS, contacts(contacts)));
            case Order.Find() -> Optional.of(new Told(Jt808Kinds.TEXT, text(HERE, edition)));
            case Order.Remind _, Order.Quiet _ -> Optional.empty();
        };
    }

    private static byte[] interval(int seconds) {
        return ByteBuffer.allocate(10)
                .put((byte) 1)
                .putInt(SECONDS_BETWEEN_REPORTS)
                .put((byte) Integer.BYTES)
                .putInt(seconds)
                .array();
    }

    private static byte[] contacts(Order.Contacts contacts) {
        var body = new ByteArrayOutputStream();
        body.write(REPLACE_ALL);
        body.write(contacts.contacts().size());
        for (var contact : contacts.contacts()) {
            body.write(CALLS_BOTH_WAYS);
            write(contact.number(), body);
            write(contact.name(), body);
        }
        return body.toByteArray();
    }

    private static void write(String text, ByteArrayOutputStream body) {
        var bytes = text.getBytes(GBK);
        body.write(bytes.length);
        body.writeBytes(bytes);
    }

    private static byte[] text(String words, Edition edition) {
        var body = new ByteArrayOutputStream();
        body.write(SHOWN_AND_READ_ALOUD);
        if (edition == Edition.OF_2019) {
            body.write(A_NOTICE);
        }
        body.writeBytes(words.getBytes(GBK));
        return body.toByteArray();
    }
}
