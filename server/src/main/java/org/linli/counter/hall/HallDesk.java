package org.linli.counter.hall;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.area.Areas;
import org.linli.area.UnitCode;
import org.linli.counter.catalogue.Items;
import org.linli.counter.catalogue.Material;
import org.linli.privacy.FieldCipher;
import org.linli.shared.Names;
import org.springframework.stereotype.Service;

/** What the check-in desk, the board and the call screen show. */
@Service
class HallDesk {

    private static final int NEXT_SHOWN = 8;

    private final HallQueries queries;
    private final WindowRows windows;
    private final Waiting waiting;
    private final Areas areas;
    private final Items items;
    private final FieldCipher cipher;
    private final Clock clock;

    HallDesk(
            HallQueries queries,
            WindowRows windows,
            Waiting waiting,
            Areas areas,
            Items items,
            FieldCipher cipher,
            Clock clock) {
        this.queries = queries;
        this.windows = windows;
        this.waiting = waiting;
        this.areas = areas;
        this.items = items;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** One window on the board. */
    record WindowView(
            int number,
            Names names,
            WindowRows.State state,
            boolean mine,
            @Nullable String clerk,
            @Nullable String note,
            @Nullable String ticket) {}

    /** The board of a station (排队看板). */
    record BoardView(
            String station,
            Names names,
            List<WindowView> windows,
            List<VisitView> waiting,
            List<VisitView> atWindows,
            List<VisitView> missed,
            @Nullable Integer estimatedMinutes,
            int finishedToday,
            @Nullable Double meanWaitMinutes,
            @Nullable Double meanHandlingMinutes) {}

    /** One call on the screen; {@code key} changes with every call, so that a screen speaks each once. */
    record CallView(String key, String ticket, int window, boolean arrived, Names voice) {}

    /** The call screen (叫号屏): tickets and windows, never a name. */
    record ScreenView(
            String station,
            Names names,
            java.time.Instant at,
            List<CallView> calls,
            List<String> next,
            int waiting,
            int openWindows,
            @Nullable Integer estimatedMinutes) {}

    VisitView view(Visit visit) {
        return VisitView.of(visit, cipher);
    }

    TicketView ticket(Visit visit) {
        var estimate = waiting.at(visit.station());
        var ahead = visit.state() == VisitState.WAITING ? queries.ahead(visit, visit.checkedInAt()) : 0;
        var minutes = estimate.openWindows() == 0
                ? null
                : (int) Math.ceil((double) ahead * estimate.handlingSeconds() / estimate.openWindows() / 60);
        return new TicketView(
                view(visit),
                ahead,
                estimate.openWindows(),
                minutes,
                estimate.handlingSeconds(),
                visit.items().stream()
                        .flatMap(code -> items.current(code).stream())
                        .map(item -> new TicketView.PrecheckView(
                                item.code(), item.names(), item.instant(), needs(item.materials())))
                        .toList(),
                waiting.quickerThan(visit.station(), estimate));
    }

    private static List<TicketView.NeedView> needs(List<Material> materials) {
        return materials.stream()
                .map(TicketView.NeedView::of)
                .sorted(Comparator.comparing(TicketView.NeedView::bring).reversed())
                .toList();
    }

    BoardView board(UnitCode station, java.util.UUID posting) {
        var today = LocalDate.now(clock);
        var live = queries.live(station.value(), today);
        var counted = queries.today(
                station.value(), today.atStartOfDay(clock.getZone()).toInstant());
        return new BoardView(
                station.value(),
                areas.unit(station).orElseThrow().names(),
                windows(station, live, posting),
                views(queries.queue(station.value(), today)),
                views(live.stream().filter(Visit::isAtWindow).toList()),
                views(live.stream()
                        .filter(visit -> visit.state() == VisitState.MISSED)
                        .toList()),
                waiting.at(station.value()).minutes(),
                counted.finished(),
                minutes(counted.meanWaitSeconds()),
                minutes(counted.meanHandlingSeconds()));
    }

    private static @Nullable Double minutes(@Nullable Double seconds) {
        return seconds == null ? null : Math.round(seconds / 6) / 10.0;
    }

    private List<VisitView> views(List<Visit> visits) {
        return visits.stream().map(this::view).toList();
    }

    private List<WindowView> windows(UnitCode station, List<Visit> live, java.util.UUID posting) {
        var rows = windows.at(station.value());
        return areas.windows(station).stream()
                .filter(window -> window.active())
                .map(window -> rows.stream()
                        .filter(row -> row.number() == window.number())
                        .findFirst()
                        .map(row -> new WindowView(
                                window.number(),
                                window.names(),
                                row.state(),
                                posting.equals(row.posting()),
                                row.clerk(),
                                row.note(),
                                ticketOf(row.visit(), live)))
                        .orElseGet(() -> new WindowView(
                                window.number(), window.names(), WindowRows.State.CLOSED, false, null, null, null)))
                .toList();
    }

    private static @Nullable String ticketOf(java.util.@Nullable UUID visit, List<Visit> live) {
        return live.stream()
                .filter(candidate -> candidate.id().equals(visit))
                .map(Visit::ticket)
                .findFirst()
                .orElse(null);
    }

    ScreenView screen(UnitCode station) {
        var today = LocalDate.now(clock);
        var estimate = waiting.at(station.value());
        var calls = queries.calls(station.value(), today).stream()
                .map(call -> new CallView(
                        call.ticket() + "-" + call.windowNumber() + "-" + call.calls(),
                        call.ticket(),
                        call.windowNumber(),
                        call.state() == VisitState.SERVING,
                        voice(call.ticket(), call.windowNumber())))
                .toList();
        return new ScreenView(
                station.value(),
                areas.unit(station).orElseThrow().names(),
                clock.instant(),
                calls,
                queries.next(station.value(), today, NEXT_SHOWN),
                estimate.ahead(),
                estimate.openWindows(),
                estimate.minutes());
    }

    static Names voice(String ticket, int window) {
        return Names.of(
                "请" + ticket + "号到" + window + "号窗口",
                "Ticket " + String.join(" ", ticket.split("")) + ", please go to window " + window);
    }
}
