package org.linli.counter.hall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.counter.hall.Halls.key;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.linli.access.Acting;
import org.linli.area.UnitCode;
import org.linli.counter.catalogue.Items;
import org.linli.shared.DivisionCode;
import org.linli.shared.Refusal;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From check-in to the rating, on a real database. */
@LinliTest
class HallTests {

    private static final String ELDER = "110101194003071046";
    private static final String ADULT = "110101199003074610";

    @Autowired
    CheckingIn checkingIn;

    @Autowired
    CallingVisits calling;

    @Autowired
    WorkingWindows windows;

    @Autowired
    BookingVisits booking;

    @Autowired
    RatingVisits rating;

    @Autowired
    HallDesk desk;

    @Autowired
    HallVisits visits;

    @Autowired
    FiguresQueries figures;

    @Autowired
    VisitRows rows;

    @Autowired
    Items items;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void callsNobodyTwiceFromEightWindowsAtOnce() throws Exception {
        var station = Halls.station(5);
        var people = 40;
        for (var i = 0; i < people; i++) {
            checkingIn.checkIn(Halls.clerkAt(station), station, Halls.somebody("访客" + i));
        }
        var tasks = new ArrayList<Callable<List<UUID>>>();
        for (var number = 1; number <= 7; number++) {
            var clerk = Halls.clerkAt(station);
            windows.open(clerk, number);
            tasks.add(() -> serveUntilEmpty(clerk));
            // The same clerk clicking twice is one more thread that must not call somebody else.
            if (number == 1) {
                tasks.add(() -> serveUntilEmpty(clerk));
            }
        }
        var called = new ArrayList<UUID>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var result : threads.invokeAll(tasks)) {
                called.addAll(result.get());
            }
        }
        assertThat(called.stream().distinct().count()).isEqualTo(people);
        var twice = jdbc.sql("select count(*) from counter.visit where station = :station and calls > 1")
                .param("station", station)
                .query(Integer.class)
                .single();
        assertThat(twice).isZero();
    }

    private List<UUID> serveUntilEmpty(Acting clerk) {
        var served = new ArrayList<UUID>();
        while (true) {
            var next = calling.takeNext(clerk, key());
            if (next.isEmpty()) {
                return served;
            }
            try {
                calling.finish(clerk, next.get().id(), next.get().revision(), key());
                served.add(next.get().id());
            } catch (Refusal refused) {
                // The other thread of the same clerk has finished this one.
                assertThat(refused.reason()).isIn(HallReason.VISIT_MOVED_ON, HallReason.VISIT_STATE);
            }
        }
    }

    @Test
    void callsEldersFirstThenInTheOrderOfArrival() {
        var station = Halls.station(0);
        var clerk = Halls.clerkAt(station);
        var first = checkingIn.checkIn(clerk, station, Halls.somebody("先来"));
        clock.tick(Duration.ofMinutes(1));
        var second = checkingIn.checkIn(clerk, station, Halls.withCard(ADULT, "后到"));
        clock.tick(Duration.ofMinutes(1));
        var elder = checkingIn.checkIn(clerk, station, Halls.withCard(ELDER, "老人"));
        assertThat(first.ticket()).isEqualTo("A001");
        assertThat(elder.ticket()).isEqualTo("P001");
        windows.open(clerk, 1);
        assertThat(nextOf(clerk)).isEqualTo(elder.ticket());
        assertThat(nextOf(clerk)).isEqualTo(first.ticket());
        assertThat(nextOf(clerk)).isEqualTo(second.ticket());
        assertThat(calling.takeNext(clerk, key())).isEmpty();
    }

    private String nextOf(Acting clerk) {
        var visit = calling.takeNext(clerk, key()).orElseThrow();
        calling.finish(clerk, visit.id(), visit.revision(), key());
        return visit.ticket();
    }

    @Test
    void walksFromTheCallToARating() {
        var station = Halls.station(1);
        var clerk = Halls.clerkAt(station);
        var ticket = checkingIn.checkIn(
                clerk, station, Halls.form(Way.NAME, null, "张三丰", null, false, List.of("150203-ZM-001")));
        assertThat(desk.ticket(ticket).precheck())
                .singleElement()
                .satisfies(check -> assertThat(check.needs())
                        .filteredOn(TicketView.NeedView::bring)
                        .extracting(TicketView.NeedView::code)
                        .containsExactly("home-right-or-lease"));
        windows.open(clerk, 2);
        clock.tick(Duration.ofMinutes(7));
        var called = calling.takeNext(clerk, key()).orElseThrow();
        assertThat(desk.screen(UnitCode.of(station)).calls()).singleElement().satisfies(call -> {
            assertThat(call.voice().zh()).isEqualTo("请" + called.ticket() + "号到2号窗口");
            assertThat(call.voice().en()).endsWith("window 2");
        });
        clock.tick(Duration.ofMinutes(1));
        visits.hold(clerk, new VisitId(called.id()), new Holder("张三丰", Optional.of(ADULT), Optional.empty()));
        var serving = visits.serving(clerk.posting()).orElseThrow();
        assertThat(serving.holderIndex()).isPresent();
        var item = items.current("150203-ZM-001").orElseThrow();
        var errand = UUID.randomUUID();
        visits.noteErrandStarted(clerk, serving.visit(), errand, item.code(), item.version());
        clock.tick(Duration.ofMinutes(9));
        var took = visits.noteErrandFinished(clerk, serving.visit(), errand, Optional.empty());
        assertThat(took).isEqualTo(Duration.ofMinutes(10));
        var finished = calling.finish(clerk, called.id(), serving.revision(), key());
        assertThat(visits.serving(clerk.posting())).isEmpty();
        assertThat(desk.view(finished.visit()).maskedName()).isEqualTo("张**");
        assertThatThrownBy(() -> rating.rate(finished.ratingCode(), new RatingForm(2, List.of(), " ")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.reason()).isEqualTo(HallReason.RATING_NEEDS_REASON));
        rating.rate(finished.ratingCode(), new RatingForm(2, List.of(RatingForm.Reason.TOO_SLOW), "等太久"));
        assertThat(rectifications(called.id())).isEqualTo(1);
        assertThatThrownBy(() -> rating.rate(finished.ratingCode(), new RatingForm(5, List.of(), null)))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.reason()).isEqualTo(HallReason.RATING_CODE_USED));
    }

    private int rectifications(UUID visit) {
        return jdbc.sql("""
                        select count(*) from casework.case_file
                        where procedure = 'review-rectification' and subject_kind = 'counter.visit'
                          and subject_id = :visit
                        """)
                .param("visit", visit.toString())
                .query(Integer.class)
                .single();
    }

    @Test
    void answersADoubleClickWithTheFirstAct() {
        var station = Halls.station(2);
        var clerk = Halls.clerkAt(station);
        var form = Halls.somebody("双击");
        var once = checkingIn.checkIn(clerk, station, form);
        assertThat(checkingIn.checkIn(clerk, station, form).id()).isEqualTo(once.id());
        checkingIn.checkIn(clerk, station, Halls.somebody("下一位"));
        windows.open(clerk, 1);
        var called = calling.takeNext(clerk, key()).orElseThrow();
        assertThat(calling.takeNext(clerk, key()).orElseThrow().id()).isEqualTo(called.id());
        var key = key();
        var finished = calling.finish(clerk, called.id(), called.revision(), key);
        assertThat(calling.finish(clerk, called.id(), called.revision(), key)).isEqualTo(finished);
    }

    @Test
    void refusesAStaleRevisionAndAnotherWindowsVisitor() {
        var station = Halls.station(2);
        var clerk = Halls.clerkAt(station);
        checkingIn.checkIn(clerk, station, Halls.somebody("修订"));
        windows.open(clerk, 3);
        var called = calling.takeNext(clerk, key()).orElseThrow();
        calling.callAgain(clerk, called.id(), called.revision(), key());
        assertThatThrownBy(() -> calling.arrive(clerk, called.id(), called.revision(), key()))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.reason()).isEqualTo(HallReason.VISIT_MOVED_ON));
        assertThatThrownBy(() -> calling.arrive(Halls.clerkAt(station), called.id(), called.revision() + 1, key()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.reason()).isEqualTo(HallReason.VISIT_OTHER_WINDOW));
        calling.finish(clerk, called.id(), called.revision() + 1, key());
    }

    @Test
    void letsAMissedTicketComeBackOnceAtItsPlace() {
        var station = Halls.station(3);
        var clerk = Halls.clerkAt(station);
        var late = checkingIn.checkIn(clerk, station, Halls.somebody("迟到"));
        clock.tick(Duration.ofMinutes(1));
        var other = checkingIn.checkIn(clerk, station, Halls.somebody("别人"));
        windows.open(clerk, 1);
        var called = calling.takeNext(clerk, key()).orElseThrow();
        var missed = calling.miss(clerk, called.id(), called.revision(), key());
        assertThat(missed.state()).isEqualTo(VisitState.MISSED);
        calling.takeBack(clerk, late.id(), missed.revision(), key());
        var again = calling.takeNext(clerk, key()).orElseThrow();
        assertThat(again.id()).isEqualTo(late.id());
        assertThat(calling.miss(clerk, again.id(), again.revision(), key()).state())
                .isEqualTo(VisitState.EXPIRED);
        assertThat(calling.takeNext(clerk, key()).orElseThrow().id()).isEqualTo(other.id());
    }

    @Test
    void handsAVisitorOnToOneWindowAhead() {
        var station = Halls.station(4);
        var clerk = Halls.clerkAt(station);
        var colleague = Halls.clerkAt(station);
        windows.open(clerk, 1);
        windows.open(colleague, 2);
        checkingIn.checkIn(clerk, station, Halls.somebody("转办"));
        var called = calling.takeNext(clerk, key()).orElseThrow();
        clock.tick(Duration.ofMinutes(1));
        checkingIn.checkIn(clerk, station, Halls.somebody("后面"));
        calling.handOn(clerk, called.id(), called.revision(), key(), 2);
        assertThat(calling.takeNext(clerk, key()).orElseThrow().id()).isNotEqualTo(called.id());
        assertThat(calling.takeNext(colleague, key()).orElseThrow().id()).isEqualTo(called.id());
        assertThatThrownBy(() -> windows.close(colleague))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.reason()).isEqualTo(HallReason.WINDOW_STILL_SERVING));
    }

    @Test
    void givesEachHalfHourNoMorePlacesThanItHas() {
        var station = Halls.station(6);
        var day = LocalDate.now(clock).plusDays(1);
        var starts = LocalTime.of(10, 0);
        for (var i = 0; i < BookingVisits.CAPACITY; i++) {
            book(station, day, starts, "1390000100" + i);
        }
        assertThatThrownBy(() -> book(station, day, starts, "13900001009"))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.reason()).isEqualTo(HallReason.SLOT_FULL));
        assertThatThrownBy(() -> book(station, day, LocalTime.of(11, 0), "13900001000"))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.reason()).isEqualTo(HallReason.BOOKING_TWICE));
        assertThat(free(station, day, LocalTime.of(11, 0))).isEqualTo(BookingVisits.CAPACITY);
    }

    @Test
    void freesThePlaceOfACancelledBooking() {
        var station = Halls.station(6);
        var day = LocalDate.now(clock).plusDays(2);
        var starts = LocalTime.of(9, 30);
        var booked = book(station, day, starts, "13900002001");
        assertThat(free(station, day, starts)).isEqualTo(BookingVisits.CAPACITY - 1);
        booking.cancel(booked.code());
        assertThat(free(station, day, starts)).isEqualTo(BookingVisits.CAPACITY);
    }

    private BookingRows.Booking book(String station, LocalDate day, LocalTime starts, String phone) {
        return booking.book(station, new BookingForm(day, starts, "预约人", phone, List.of(), key()));
    }

    private int free(String station, LocalDate day, LocalTime starts) {
        return booking.slots(station, day).stream()
                .filter(slot -> slot.starts().equals(starts))
                .findFirst()
                .orElseThrow()
                .free();
    }

    @Test
    void refusesASecondTicketForTheSamePerson() {
        var station = Halls.station(7);
        var clerk = Halls.clerkAt(station);
        var number = "110101198503071876";
        checkingIn.checkIn(clerk, station, Halls.withCard(number, "重复"));
        assertThatThrownBy(() -> checkingIn.checkIn(clerk, station, Halls.withCard(number, "重复")))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.reason()).isEqualTo(HallReason.ALREADY_WAITING));
        assertThatThrownBy(() -> checkingIn.checkIn(clerk, station, Halls.withCard("110101198503071870", "校验")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void keepsNoNumberAndNoNameInTheClear() {
        var station = Halls.station(7);
        var visit = checkingIn.checkIn(Halls.clerkAt(station), station, Halls.withCard("110101197503072719", "不落明文"));
        var stored = jdbc.sql("select v::text from counter.visit v where id = :id")
                .param("id", visit.id())
                .query(String.class)
                .single();
        assertThat(stored).doesNotContain("不落明文").doesNotContain("110101197503072719");
    }

    @Test
    void countsTheQuarterOfAnHourAndOpensItsRows() {
        var station = "HALL-150203";
        var choice = new FiguresQueries.Choice(
                clock.instant().minus(Duration.ofDays(1)),
                clock.instant().plus(Duration.ofDays(1)),
                "150203",
                null,
                null,
                null);
        assertThat(figures.quarterBy("'all'", choice).stream()
                        .mapToLong(FiguresQueries.Quarter::errands)
                        .sum())
                .isEqualTo(figures.quarterBy("e.station", choice).stream()
                        .mapToLong(FiguresQueries.Quarter::errands)
                        .sum());
        assertThat(figures.reliefBy("e.station", choice))
                .allSatisfy(row -> assertThat(row.key().equals(station) ? row.atStations() : row.atHall())
                        .isZero());
        assertThat(figures.rows(choice, true, false, null))
                .allSatisfy(row -> assertThat(row.seconds()).isGreaterThan(900));
        assertThat(figures.times(choice))
                .allSatisfy(row -> assertThat(row.waitP90()).isGreaterThanOrEqualTo(row.waitMedian()));
    }

    @Test
    void endsTicketsOfDaysThatAreOver() {
        var station = Halls.station(7);
        var visit = checkingIn.checkIn(Halls.clerkAt(station), station, Halls.somebody("隔夜"));
        rows.expireBefore(LocalDate.now(clock).plusDays(1));
        assertThat(rows.find(visit.id()).orElseThrow().state()).isEqualTo(VisitState.EXPIRED);
    }

    @Test
    void refusesAClerkOfAnotherSubDistrict() {
        var elsewhere = Halls.clerkAt(Halls.station(0));
        assertThat(elsewhere.area()).isEqualTo(DivisionCode.of("150203003"));
        assertThatThrownBy(() -> checkingIn.checkIn(elsewhere, Halls.station(1), Halls.somebody("越界")))
                .isInstanceOf(Refusal.class);
    }
}
