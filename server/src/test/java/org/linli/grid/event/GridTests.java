package org.linli.grid.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.linli.access.Acting;
import org.linli.access.PersonalSeal;
import org.linli.area.Areas;
import org.linli.area.UnitCode;
import org.linli.casework.CaseReceipt;
import org.linli.grid.GridWords;
import org.linli.grid.catalogue.Level;
import org.linli.grid.event.Photo.Origin;
import org.linli.grid.event.Photo.Stage;
import org.linli.grid.event.ReportEvent.OnTheSpot;
import org.linli.shared.DivisionCode;
import org.linli.shared.Ids;
import org.linli.shared.Point;
import org.linli.shared.Refusal;
import org.linli.testing.SettableClock;
import org.linli.testing.StoredPosting;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People of one community and what they see around them. */
abstract class GridTests {

    static final DivisionCode COMMUNITY = DivisionCode.of("150203001015");
    static final UnitCode COMMITTEE = UnitCode.of("CO-150203001015");
    static final UnitCode SUB_DISTRICT = UnitCode.of("SO-150203001");
    static final String STAIRWELL = "0302";
    /** Handled by the sub-district's office. */
    static final String AT_A_SHOP = "0106";

    static final String NEIGHBOURS = "0101";

    private static final List<Point> STEPS = List.of(
            new Point(0, 0), new Point(0.0002, 0), new Point(-0.0002, 0), new Point(0, 0.0002), new Point(0, -0.0002));

    private static final String[] WORDS = {
        GridWords.READ_EVENTS,
        GridWords.REPORT_EVENTS,
        GridWords.HANDLE_EVENTS,
        GridWords.READ_VISITS,
        GridWords.DO_VISITS,
        GridWords.READ_FIGURES,
        GridWords.READ_TEAMS,
        "casework.case.read",
        "casework.case.act"
    };

    @Autowired
    Reporting reporting;

    @Autowired
    EventActs acts;

    @Autowired
    EventRows rows;

    @Autowired
    PhotoRows photos;

    @Autowired
    Areas areas;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PersonalSeal seal;

    @Autowired
    SettableClock clock;

    Acting worker;
    Acting colleague;
    Acting committee;
    Acting dispatcher;
    Acting lead;

    @BeforeEach
    void people() {
        worker = at("grid-worker", COMMITTEE, "150203001015");
        colleague = at("grid-worker", COMMITTEE, "150203001015");
        committee = at("committee-clerk", COMMITTEE, "150203001015");
        dispatcher = at("grid-dispatcher", SUB_DISTRICT, "150203001");
        lead = at("grid-lead", SUB_DISTRICT, "150203001");
    }

    @AfterEach
    void backToMonday() {
        clock.set(SettableClock.START);
    }

    Acting at(String role, UnitCode unit, String area) {
        var words = new ArrayList<>(List.of(WORDS));
        if (role.equals("grid-dispatcher") || role.equals("grid-admin") || role.equals("grid-lead")) {
            words.add(GridWords.DISPATCH_EVENTS);
            words.add(GridWords.STAFF_TEAMS);
            words.add(GridWords.PLAN_VISITS);
        }
        if (role.equals("grid-dispatcher")) {
            words.add("casework.case.supervise");
        }
        return StoredPosting.of(jdbc, seal, role, unit, DivisionCode.of(area), words.toArray(String[]::new));
    }

    /** Somewhere in the community, another place for each test; a few steps on, it is the same community. */
    Point somewhere() {
        return drawn(point -> true);
    }

    /** A place in the community that is nowhere near another. */
    Point farFrom(Point spot) {
        return drawn(point -> Math.abs(point.lon() - spot.lon()) > 0.002 || Math.abs(point.lat() - spot.lat()) > 0.002);
    }

    /** What lies a few steps beyond the edge of a cell may belong to the next community, whose clerks are others. */
    private Point drawn(Predicate<Point> fits) {
        var random = ThreadLocalRandom.current();
        var cells = areas.within(COMMUNITY);
        while (true) {
            var centre = centre(cells.get(random.nextInt(cells.size())).code());
            var point = new Point(
                    centre.lon() + random.nextDouble(-0.0004, 0.0004),
                    centre.lat() + random.nextDouble(-0.0004, 0.0004));
            if (fits.test(point) && STEPS.stream().allMatch(step -> inCommunity(point, step))) {
                return point;
            }
        }
    }

    private boolean inCommunity(Point point, Point step) {
        return areas.locate(new Point(point.lon() + step.lon(), point.lat() + step.lat()))
                .filter(COMMUNITY::covers)
                .isPresent();
    }

    private Point centre(DivisionCode cell) {
        return jdbc.sql("select centre_lon, centre_lat from area.grid_cell where code = :code")
                .param("code", cell.value())
                .query((row, n) -> new Point(row.getDouble(1), row.getDouble(2)))
                .single();
    }

    ReportEvent report(String category, Point at) {
        return new ReportEvent(
                Ids.next(),
                UUID.randomUUID().toString(),
                Event.Source.PHONE,
                category,
                Level.GENERAL,
                "三单元楼道里堆了旧家具",
                "21号街坊3栋",
                Optional.of(at),
                Optional.of(8.0),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(photo(Stage.BEFORE)),
                Optional.empty());
    }

    static ReportEvent onTheSpot(ReportEvent report, Photo... after) {
        return new ReportEvent(
                report.id(),
                report.requestKey(),
                report.source(),
                report.category(),
                report.level(),
                report.description(),
                report.place(),
                report.at(),
                report.accuracy(),
                report.cell(),
                report.occurredAt(),
                report.visit(),
                report.reopens(),
                report.photos(),
                Optional.of(new OnTheSpot("已和住户一起清走", List.of(after))));
    }

    static Photo photo(Stage stage) {
        return new Photo(UUID.randomUUID(), stage, Origin.PHONE);
    }

    Event reported(String category) {
        return event(reporting.report(worker, report(category, somewhere())));
    }

    Event event(UUID id) {
        return rows.find(id).orElseThrow();
    }

    CaseReceipt act(Acting by, Event event, String action) {
        return act(by, event, action, "", Map.of());
    }

    CaseReceipt act(Acting by, Event event, String action, String note, Map<String, Object> input, Photo... taken) {
        return acts.act(
                by,
                new ActOnEvent(
                        event.id(),
                        action,
                        note,
                        input,
                        List.of(taken),
                        Optional.empty(),
                        UUID.randomUUID().toString()));
    }

    /** Accepted, handed to the community, taken by the worker. */
    Event handling(Event event) {
        act(committee, event, "ACCEPT");
        act(dispatcher, event, "DISPATCH", "", Map.of("unit", COMMITTEE.value()));
        act(worker, event, "TAKE");
        return event(event.id());
    }

    /** The worker says that it is done. */
    Event fedBack(Event event) {
        act(worker, event, "FEED_BACK", "已清理", Map.of(), photo(Stage.AFTER));
        return event(event.id());
    }

    Event verified(Event event, String decision) {
        act(colleague, event, "VERIFY", "", Map.of("decision", decision, "remaining", "扶手还没有修好"));
        return event(event.id());
    }

    String state(Event event) {
        return event(event.id()).standing().state();
    }

    static Condition<Throwable> because(Refusal.Reason reason) {
        return new Condition<>(
                thrown -> thrown instanceof Refusal refusal && refusal.reason() == reason,
                "refused because %s",
                reason);
    }
}
