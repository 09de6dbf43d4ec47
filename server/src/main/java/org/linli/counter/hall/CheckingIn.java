package org.linli.counter.hall;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.area.UnitCode;
import org.linli.counter.catalogue.Item;
import org.linli.counter.catalogue.Items;
import org.linli.privacy.BlindIndex;
import org.linli.privacy.FieldCipher;
import org.linli.shared.IdNumber;
import org.linli.shared.Ids;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Check-in (取号): from a card, a phone number, a booking or a name to a ticket. */
@Service
class CheckingIn {

    static final String NAME = "counter.visit.name";
    static final String PHONE = "counter.visit.phone";
    static final int ELDER_AGE = 70;
    private static final int PRIORITY = 0;
    private static final int BOOKED = 1;
    private static final int EVERYBODY = 2;
    private static final Duration ON_TIME = Duration.ofMinutes(30);
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");

    private final VisitRows visits;
    private final BookingRows bookings;
    private final Items items;
    private final Stations stations;
    private final FieldCipher cipher;
    private final BlindIndex index;
    private final AuditTrail audit;
    private final Clock clock;

    CheckingIn(
            VisitRows visits,
            BookingRows bookings,
            Items items,
            Stations stations,
            FieldCipher cipher,
            BlindIndex index,
            AuditTrail audit,
            Clock clock) {
        this.visits = visits;
        this.bookings = bookings;
        this.items = items;
        this.stations = stations;
        this.cipher = cipher;
        this.index = index;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who came, as far as that is known. */
    private record Visitor(
            Optional<String> name,
            Optional<String> idNumber,
            Optional<String> phone,
            Optional<LocalDate> birth,
            List<String> items,
            @Nullable UUID booking,
            int rank) {}

    /** A ticket; the same request key again answers with the first one. */
    @Transactional
    public Visit checkIn(Acting by, String station, CheckInForm form) {
        var unit = stations.require(by, HallWords.CHECK_IN, station);
        var earlier = visits.byRequestKey(form.requestKey());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        var visitor = visitor(unit.code(), form);
        offered(unit.code(), visitor.items());
        var idIndex =
                visitor.idNumber().map(number -> index.of("id-number", number)).orElse(null);
        var phoneIndex = visitor.phone().map(phone -> index.of("phone", phone)).orElse(null);
        var today = LocalDate.now(clock);
        visits.live(
                        visitor.idNumber()
                                .map(number -> index.every("id-number", number))
                                .orElse(List.of()),
                        visitor.phone()
                                .map(phone -> index.every("phone", phone))
                                .orElse(List.of()),
                        today)
                .ifPresent(live -> {
                    throw Refusal.because(HallReason.ALREADY_WAITING, live.ticket());
                });
        var visit = new VisitRows.NewVisit(
                Ids.next(),
                station,
                today,
                ticket(station, today, visitor.rank()),
                visitor.rank(),
                form.way(),
                visitor.items(),
                visitor.name().map(name -> cipher.seal(NAME, name)).orElse(null),
                idIndex,
                visitor.phone().map(phone -> cipher.seal(PHONE, phone)).orElse(null),
                phoneIndex,
                visitor.booking(),
                clock.instant(),
                form.requestKey());
        var stored = visits.add(visit);
        audit.note(by, HallWords.CHECK_IN, "counter.visit:" + visit.id(), Map.of("ticket", visit.ticket()));
        return stored;
    }

    private Visitor visitor(UnitCode station, CheckInForm form) {
        return switch (form.way()) {
            case CARD -> ofCard(form);
            case PHONE -> ofPhone(form);
            case BOOKING -> ofBooking(station, form);
            case NAME -> {
                var name = text(form.name()).orElseThrow(() -> Refusal.ofField("name", HallReason.NAME_MISSING));
                yield new Visitor(
                        Optional.of(name),
                        Optional.empty(),
                        text(form.phone()).map(CheckingIn::phone),
                        Optional.ofNullable(form.birthDate()),
                        form.items(),
                        null,
                        rank(form, Optional.ofNullable(form.birthDate()), EVERYBODY));
            }
        };
    }

    private Visitor ofCard(CheckInForm form) {
        var number = IdNumber.read(text(form.idNumber()).orElse(""), LocalDate.now(clock));
        var birth = Optional.of(number.birth());
        return new Visitor(
                text(form.name()),
                Optional.of(number.value()),
                text(form.phone()).map(CheckingIn::phone),
                birth,
                form.items(),
                null,
                rank(form, birth, EVERYBODY));
    }

    private Visitor ofPhone(CheckInForm form) {
        var phone = phone(text(form.phone()).orElse(""));
        return new Visitor(
                text(form.name()),
                Optional.empty(),
                Optional.of(phone),
                Optional.ofNullable(form.birthDate()),
                form.items(),
                null,
                rank(form, Optional.ofNullable(form.birthDate()), EVERYBODY));
    }

    private Visitor ofBooking(UnitCode station, CheckInForm form) {
        var code = text(form.bookingCode()).orElse("");
        var booking = bookings.byCode(code).orElseThrow(() -> Refusal.because(HallReason.BOOKING_UNKNOWN, code));
        if (!booking.station().equals(station.value())) {
            throw Refusal.because(
                    HallReason.BOOKING_OTHER_STATION,
                    stations.require(booking.station()).names().zh());
        }
        var now = LocalDateTime.now(clock);
        if (!booking.day().equals(now.toLocalDate())) {
            throw Refusal.because(HallReason.BOOKING_OTHER_DAY, booking.day().toString());
        }
        if (!bookings.arrive(booking.id())) {
            throw Refusal.because(HallReason.BOOKING_USED, code);
        }
        var onTime = !now.isAfter(booking.day().atTime(booking.starts()).plus(ON_TIME));
        return new Visitor(
                Optional.of(cipher.open(BookingRows.NAME, booking.nameSealed())),
                Optional.empty(),
                Optional.of(cipher.open(BookingRows.PHONE, booking.phoneSealed())),
                Optional.empty(),
                form.items().isEmpty() ? booking.items() : form.items(),
                booking.id(),
                rank(form, Optional.empty(), onTime ? BOOKED : EVERYBODY));
    }

    private int rank(CheckInForm form, Optional<LocalDate> birth, int otherwise) {
        var elder = birth.filter(day -> !day.plusYears(ELDER_AGE).isAfter(LocalDate.now(clock)))
                .isPresent();
        return form.priority() || elder ? PRIORITY : otherwise;
    }

    private String ticket(String station, LocalDate day, int rank) {
        var series = rank == PRIORITY ? "P" : rank == BOOKED ? "B" : "A";
        return series + "%03d".formatted(visits.nextTicket(station, day, series));
    }

    private void offered(UnitCode station, List<String> codes) {
        for (var code : codes) {
            items.current(code)
                    .filter(item -> offers(item, station))
                    .orElseThrow(() -> Refusal.ofField("items", HallReason.ITEM_NOT_OFFERED, code));
        }
    }

    private static boolean offers(Item item, UnitCode station) {
        return item.stations().isEmpty() || item.stations().contains(station);
    }

    static String phone(String typed) {
        var digits = typed.replaceAll("[\\s-]", "").replaceFirst("^\\+?86(?=1)", "");
        if (!MOBILE.matcher(digits).matches()) {
            throw Refusal.ofField("phone", HallReason.PHONE_FORM);
        }
        return digits;
    }

    private static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }
}
