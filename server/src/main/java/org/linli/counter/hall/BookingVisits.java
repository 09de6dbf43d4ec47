package org.linli.counter.hall;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.linli.counter.catalogue.Items;
import org.linli.privacy.BlindIndex;
import org.linli.privacy.FieldCipher;
import org.linli.shared.Ids;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Booking (预约): a half hour at a station within the next week, without an account. */
@Service
class BookingVisits {

    /** Half the windows' time stays free for people who just come. */
    static final int CAPACITY = 4;

    private static final int DAYS_AHEAD = 7;
    private static final LocalTime FIRST = LocalTime.of(9, 0);
    private static final LocalTime LAST = LocalTime.of(16, 30);
    private static final LocalTime NOON = LocalTime.of(12, 0);
    private static final LocalTime AFTERNOON = LocalTime.of(14, 0);
    /** Without letters and digits that are mistaken for one another. */
    private static final String ALPHABET = "ACDEFHJKMNPQRTUVWXY34679";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final BookingRows rows;
    private final Stations stations;
    private final Items items;
    private final FieldCipher cipher;
    private final BlindIndex index;
    private final Clock clock;

    BookingVisits(BookingRows rows, Stations stations, Items items, FieldCipher cipher, BlindIndex index, Clock clock) {
        this.rows = rows;
        this.stations = stations;
        this.items = items;
        this.cipher = cipher;
        this.index = index;
        this.clock = clock;
    }

    record SlotView(LocalTime starts, int free) {}

    /** The half hours of a day that are still to come, with the free places in each. */
    List<SlotView> slots(String station, LocalDate day) {
        stations.require(station);
        var taken = rows.slots(station, day).stream()
                .collect(Collectors.toMap(BookingRows.Slot::starts, slot -> slot.capacity() - slot.taken()));
        return starts(day).stream()
                .map(starts -> new SlotView(starts, taken.getOrDefault(starts, CAPACITY)))
                .toList();
    }

    private List<LocalTime> starts(LocalDate day) {
        var now = LocalDateTime.now(clock);
        if (day.isBefore(now.toLocalDate()) || day.isAfter(now.toLocalDate().plusDays(DAYS_AHEAD))) {
            return List.of();
        }
        var starts = new ArrayList<LocalTime>();
        for (var time = FIRST; !time.isAfter(LAST); time = time.plusMinutes(30)) {
            var atNoon = !time.isBefore(NOON) && time.isBefore(AFTERNOON);
            if (!atNoon && day.atTime(time).isAfter(now)) {
                starts.add(time);
            }
        }
        return starts;
    }

    @Transactional
    public BookingRows.Booking book(String station, BookingForm form) {
        var unit = stations.require(station);
        var earlier = rows.byRequestKey(form.requestKey());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        if (!starts(form.day()).contains(form.starts())) {
            throw Refusal.ofField("starts", HallReason.SLOT_UNKNOWN);
        }
        form.items()
                .forEach(code -> items.current(code)
                        .filter(item ->
                                item.stations().isEmpty() || item.stations().contains(unit.code()))
                        .orElseThrow(() -> Refusal.ofField("items", HallReason.ITEM_NOT_OFFERED, code)));
        var phone = CheckingIn.phone(form.phone());
        var booking = new BookingRows.Booking(
                Ids.next(),
                code(8),
                station,
                form.day(),
                form.starts(),
                form.items(),
                cipher.seal(BookingRows.NAME, form.name().strip()),
                cipher.seal(BookingRows.PHONE, phone),
                index.of("phone", phone),
                "BOOKED");
        if (rows.hasLive(index.every("phone", phone), form.day())) {
            throw Refusal.ofField("phone", HallReason.BOOKING_TWICE);
        }
        if (!rows.take(station, form.day(), form.starts(), CAPACITY)) {
            throw Refusal.ofField("starts", HallReason.SLOT_FULL);
        }
        if (!rows.add(booking, clock.instant(), form.requestKey())) {
            throw Refusal.ofField("phone", HallReason.BOOKING_TWICE);
        }
        return booking;
    }

    @Transactional
    public void cancel(String code) {
        var booking = rows.byCode(code).orElseThrow(() -> Refusal.because(HallReason.BOOKING_UNKNOWN, code));
        if (!rows.cancel(booking.id())) {
            throw Refusal.because(HallReason.BOOKING_USED, code);
        }
        rows.giveBack(booking);
    }

    static String code(int length) {
        return RANDOM.ints(length, 0, ALPHABET.length())
                .mapToObj(at -> String.valueOf(ALPHABET.charAt(at)))
                .collect(Collectors.joining());
    }
}
