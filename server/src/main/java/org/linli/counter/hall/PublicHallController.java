package org.linli.counter.hall;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.access.Paces;
import org.linli.access.Paces.Limit;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The call screen, booking and rating, without signing in; no answer holds a name. */
@RestController
@RequestMapping("/api/public/hall")
class PublicHallController {

    private static final java.time.Duration TABLET_SHOWS = java.time.Duration.ofMinutes(3);

    private static final Limit BOOKING = new Limit("counter.booking", 30, java.time.Duration.ofMinutes(10));
    /** The tablets of a hall share one address, and each visit asks two or three times. */
    private static final Limit RATING = new Limit("counter.rating", 150, java.time.Duration.ofMinutes(10));

    private final HallDesk desk;
    private final BookingVisits booking;
    private final RatingVisits rating;
    private final RatingRows ratings;
    private final Stations stations;
    private final Paces paces;
    private final Clock clock;

    PublicHallController(
            HallDesk desk,
            BookingVisits booking,
            RatingVisits rating,
            RatingRows ratings,
            Stations stations,
            Paces paces,
            Clock clock) {
        this.desk = desk;
        this.booking = booking;
        this.rating = rating;
        this.ratings = ratings;
        this.stations = stations;
        this.paces = paces;
        this.clock = clock;
    }

    record BookedView(String code, String station, LocalDate day, LocalTime starts) {}

    record RatingInviteView(
            String code,
            String station,
            String ticket,
            @Nullable Integer window,
            List<String> reasons) {}

    /** The code a window's tablet shows now, if a visit has just ended there. */
    record TabletView(@Nullable String code) {}

    @GetMapping("/{station}/screen")
    HallDesk.ScreenView showCallScreen(@PathVariable String station) {
        return desk.screen(stations.require(station).code());
    }

    @GetMapping("/{station}/slots")
    List<BookingVisits.SlotView> listSlots(@PathVariable String station, @RequestParam LocalDate day) {
        return booking.slots(station, day);
    }

    @PostMapping("/{station}/bookings")
    BookedView book(@PathVariable String station, @RequestBody @Valid BookingForm form, HttpServletRequest request) {
        paces.count(BOOKING, request.getRemoteAddr());
        var booked = booking.book(station, form);
        return new BookedView(booked.code(), booked.station(), booked.day(), booked.starts());
    }

    @DeleteMapping("/bookings/{code}")
    void cancelBooking(@PathVariable String code, HttpServletRequest request) {
        paces.count(BOOKING, request.getRemoteAddr());
        booking.cancel(code);
    }

    @GetMapping("/{station}/windows/{window}/rating")
    TabletView showTablet(@PathVariable String station, @PathVariable int window) {
        stations.require(station);
        return new TabletView(ratings.waitingAt(station, window, clock.instant().minus(TABLET_SHOWS))
                .orElse(null));
    }

    @GetMapping("/rating/{code}")
    RatingInviteView showRatingInvite(@PathVariable String code, HttpServletRequest request) {
        paces.count(RATING, request.getRemoteAddr());
        var invite = rating.open(code);
        return new RatingInviteView(
                invite.code(),
                invite.station(),
                invite.ticket(),
                invite.windowNumber(),
                Arrays.stream(RatingForm.Reason.values()).map(Enum::name).toList());
    }

    @PostMapping("/rating/{code}")
    void rateVisit(@PathVariable String code, @RequestBody @Valid RatingForm form, HttpServletRequest request) {
        paces.count(RATING, request.getRemoteAddr());
        rating.rate(code, form);
    }
}
