package org.linli.wearables.jt808;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.wearables.AlarmKind;
import org.linli.wearables.batch.Message;
import org.linli.wearables.jt808.Jt808Parts.Whole;
import org.linli.wearables.line.Dialogue;
import org.linli.wearables.line.Fault;
import org.linli.wearables.line.Heard;
import org.linli.wearables.line.Order;

/**
 * A terminal registers, proves itself with the code it was given, and is then heard. Before that only a call for help
 * counts: life and health do not wait for a code.
 */
final class Jt808Dialogue implements Dialogue {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyMMddHHmmss");
    private static final byte DONE = 0;
    private static final byte FAILED = 1;
    private static final byte MALFORMED = 2;
    private static final byte NOT_SUPPORTED = 3;
    private static final byte NO_SUCH_TERMINAL = 4;
    private static final int MOST_ORDERS = 40;
    private static final int SERIALS = 0xffff;

    private final Jt808Codes codes;
    private final List<Heard> heard = new ArrayList<>();
    private final Jt808Frames frames = new Jt808Frames(heard::add);
    private final Jt808Parts parts = new Jt808Parts(heard::add);

    /** What was told and not answered yet, by the serial it was told with. */
    private final Map<Integer, UUID> told = new LinkedHashMap<>();

    /** The last frame of the terminal that proved itself. */
    private @Nullable Jt808Frame proven;

    private int serial;

    Jt808Dialogue(Jt808Codes codes) {
        this.codes = codes;
    }

    @Override
    public List<Heard> take(byte[] bytes, Instant received) {
        heard.clear();
        for (var frame : frames.take(bytes)) {
            var device = frame.device();
            if (device.isEmpty()) {
                broken(Fault.UNREADABLE, frame);
            } else if (frame.part().isEmpty() || isProven(frame)) {
                parts.join(frame, received).ifPresent(whole -> read(device.get(), whole, received));
            } else {
                answerAtOnce(frame, FAILED);
            }
        }
        return List.copyOf(heard);
    }

    @Override
    public long frames() {
        return frames.frames();
    }

    @Override
    public long sinceGood() {
        return frames.sinceGood();
    }

    @Override
    public Optional<byte[]> tell(String device, UUID id, Order order) {
        var to = proven;
        if (to == null || !to.device().equals(Optional.of(device))) {
            return Optional.empty();
        }
        return Jt808Orders.of(order, to.edition()).map(words -> {
            var frame = to.answering(words.kind(), nextSerial(), words.body());
            if (told.size() == MOST_ORDERS) {
                told.remove(told.keySet().iterator().next());
            }
            told.put(frame.serial(), id);
            return frame.bytes();
        });
    }

    private void read(String device, Whole whole, Instant received) {
        var frame = whole.frame();
        switch (frame.kind()) {
            case Jt808Kinds.REGISTER -> register(device, frame);
            case Jt808Kinds.AUTHENTICATE -> authenticate(device, frame, received);
            case Jt808Kinds.POSITION -> position(device, whole, received);
            default -> {
                if (isProven(frame)) {
                    readProven(device, whole, received);
                } else {
                    answerAtOnce(frame, FAILED);
                }
            }
        }
    }

    private void readProven(String device, Whole whole, Instant received) {
        var frame = whole.frame();
        switch (frame.kind()) {
            case Jt808Kinds.TERMINAL_ANSWER -> obeyed(frame);
            case Jt808Kinds.POSITION_ASKED_FOR -> asked(device, whole, received);
            case Jt808Kinds.HEARTBEAT -> said(whole, List.of(Jt808Words.sign(device, received, answer(whole, DONE))));
            case Jt808Kinds.STORED_POSITIONS -> stored(device, whole, received);
            case Jt808Kinds.LOG_OUT -> {
                proven = null;
                heard.add(new Heard.Reply(answer(whole, DONE), false));
            }
            case Jt808Kinds.ASK_TIME -> heard.add(new Heard.Reply(time(frame, received), false));
            default -> {
                broken(Fault.UNKNOWN, frame);
                answerAtOnce(frame, NOT_SUPPORTED);
            }
        }
    }

    private void register(String device, Jt808Frame frame) {
        heard.add(new Heard.Knock(
                device, registered(frame, DONE, codes.of(device)), registered(frame, NO_SUCH_TERMINAL, "")));
    }

    private void authenticate(String device, Jt808Frame frame, Instant received) {
        var whole = new Whole(frame, List.of(frame.serial()));
        if (codes.fits(device, code(frame))) {
            proven = frame;
            said(whole, List.of(Jt808Words.sign(device, received, answer(whole, DONE))));
        } else {
            heard.add(new Heard.Reply(answer(whole, FAILED), true));
        }
    }

    private void position(String device, Whole whole, Instant received) {
        var message = Jt808Words.position(device, ByteBuffer.wrap(whole.frame().body()), received, answer(whole, DONE));
        if (message.isEmpty()) {
            broken(Fault.UNREADABLE, whole.frame());
            answerAtOnce(whole.frame(), MALFORMED);
        } else if (isProven(whole.frame()) || message.get().kinds().contains(AlarmKind.SOS)) {
            said(whole, List.of(message.get()));
        } else {
            answerAtOnce(whole.frame(), FAILED);
        }
    }

    private void stored(String device, Whole whole, Instant received) {
        var messages = Jt808Words.stored(device, ByteBuffer.wrap(whole.frame().body()), received, answer(whole, DONE));
        if (messages.isEmpty()) {
            broken(Fault.UNREADABLE, whole.frame());
            answerAtOnce(whole.frame(), MALFORMED);
        } else {
            said(whole, messages);
        }
    }

    /** The position that was asked for is the answer to the order, and a report like any other. */
    private void asked(String device, Whole whole, Instant received) {
        var body = ByteBuffer.wrap(whole.frame().body());
        if (body.remaining() < Short.BYTES) {
            broken(Fault.UNREADABLE, whole.frame());
            return;
        }
        ended(body.getShort() & SERIALS, true);
        Jt808Words.position(device, body.slice(), received, answer(whole, DONE))
                .ifPresent(message -> said(whole, List.of(message)));
    }

    private void obeyed(Jt808Frame frame) {
        var body = ByteBuffer.wrap(frame.body());
        if (body.remaining() < 5) {
            broken(Fault.UNREADABLE, frame);
            return;
        }
        var answered = body.getShort() & SERIALS;
        body.getShort();
        ended(answered, body.get() == DONE);
    }

    private void ended(int answered, boolean done) {
        var order = told.remove(answered);
        if (order != null) {
            heard.add(new Heard.Obeyed(order, done));
        }
    }

    private void said(Whole whole, List<Message> messages) {
        heard.add(new Heard.Said(messages, Optional.of(answer(whole, FAILED)), isProven(whole.frame())));
    }

    private boolean isProven(Jt808Frame frame) {
        return proven != null && proven.terminal().equals(frame.terminal());
    }

    private void broken(Fault fault, Jt808Frame frame) {
        heard.add(Heard.Broken.of(fault, frame.body(), 0, frame.body().length));
    }

    private void answerAtOnce(Jt808Frame frame, byte result) {
        heard.add(new Heard.Reply(answer(new Whole(frame, List.of(frame.serial())), result), false));
    }

    /** The general answer (平台通用应答), to each part of what was answered. */
    private byte[] answer(Whole whole, byte result) {
        var frames = new ByteArrayOutputStream();
        for (var answered : whole.serials()) {
            var body = ByteBuffer.allocate(5)
                    .putShort(answered.shortValue())
                    .putShort((short) whole.frame().kind())
                    .put(result)
                    .array();
            frames.writeBytes(whole.frame()
                    .answering(Jt808Kinds.PLATFORM_ANSWER, nextSerial(), body)
                    .bytes());
        }
        return frames.toByteArray();
    }

    private byte[] registered(Jt808Frame frame, byte result, String code) {
        var letters = code.getBytes(Jt808Orders.GBK);
        var body = ByteBuffer.allocate(3 + letters.length)
                .putShort((short) frame.serial())
                .put(result)
                .put(letters)
                .array();
        return frame.answering(Jt808Kinds.REGISTERED, nextSerial(), body).bytes();
    }

    private byte[] time(Jt808Frame frame, Instant now) {
        var body = ByteBuffer.allocate(6);
        Bcd.write(MOMENT.format(LocalDateTime.ofInstant(now, ZoneOffset.UTC)), body);
        return frame.answering(Jt808Kinds.TIME, nextSerial(), body.array()).bytes();
    }

    /** The code ends at the body's end, or in 2019 after the length before it; some fill it with zeros. */
    private static String code(Jt808Frame frame) {
        var body = frame.body();
        var from = frame.edition() == Edition.OF_2019 ? 1 : 0;
        var to = from == 0 || body.length == 0 ? body.length : Math.min(body.length, 1 + (body[0] & 0xff));
        while (to > from && body[to - 1] == 0) {
            to--;
        }
        return to <= from ? "" : new String(body, from, to - from, Jt808Orders.GBK);
    }

    private int nextSerial() {
        serial = serial + 1 & SERIALS;
        return serial;
    }
}
