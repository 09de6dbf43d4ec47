package org.linli.counter.hall;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.shared.Refusal;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The quarter of an hour, waiting times and hall relief; every figure opens its rows. */
@RestController
@RequestMapping("/api/counter/figures")
class FiguresController {

    /** A quarter of a year: enough to compare, few enough rows to count while somebody looks on. */
    private static final int LONGEST_DAYS = 92;

    private final FiguresQueries queries;
    private final Clock clock;

    FiguresController(FiguresQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /** What the figures are about; both days are counted. */
    record Ask(
            @Nullable LocalDate from,

            @Nullable LocalDate to,

            @Nullable String station,
            @Nullable String item,
            @Nullable Integer window) {}

    record QuarterRowView(
            String key, long errands, long within, double share, double medianMinutes, double p90Minutes) {

        static QuarterRowView of(FiguresQueries.Quarter row) {
            return new QuarterRowView(
                    row.key(),
                    row.errands(),
                    row.within(),
                    row.errands() == 0 ? 0 : Math.round(1000.0 * row.within() / row.errands()) / 1000.0,
                    tenth(row.medianMinutes()),
                    tenth(row.p90Minutes()));
        }

        private static double tenth(double minutes) {
            return Math.round(minutes * 10) / 10.0;
        }
    }

    record QuarterView(
            @Nullable QuarterRowView total,
            List<QuarterRowView> byStation,
            List<QuarterRowView> byItem,
            List<QuarterRowView> byWindow) {}

    record ReliefView(
            long atStations, long atHall, List<FiguresQueries.Relief> byStation, List<FiguresQueries.Relief> byItem) {}

    @GetMapping("/quarter-hour")
    QuarterView showQuarterHour(Acting acting, @ParameterObject Ask ask) {
        var choice = choice(acting, ask);
        return new QuarterView(
                quarter("'all'", choice).stream().findFirst().orElse(null),
                quarter("e.station", choice),
                quarter("e.item_code", choice),
                ask.station() == null ? List.of() : quarter("e.window_number::text", choice));
    }

    private List<QuarterRowView> quarter(String column, FiguresQueries.Choice choice) {
        return queries.quarterBy(column, choice).stream()
                .map(QuarterRowView::of)
                .toList();
    }

    @GetMapping("/times")
    List<FiguresQueries.Times> showTimes(Acting acting, @ParameterObject Ask ask) {
        return queries.times(choice(acting, ask));
    }

    @GetMapping("/relief")
    ReliefView showRelief(Acting acting, @ParameterObject Ask ask) {
        var choice = choice(acting, ask);
        var byStation = queries.reliefBy("e.station", choice);
        return new ReliefView(
                byStation.stream().mapToLong(FiguresQueries.Relief::atStations).sum(),
                byStation.stream().mapToLong(FiguresQueries.Relief::atHall).sum(),
                byStation.stream().filter(row -> row.atStations() > 0).toList(),
                queries.reliefBy("e.item_code", choice));
    }

    @GetMapping("/rows")
    List<FiguresQueries.ErrandRow> listFigureRows(
            Acting acting,
            @ParameterObject Ask ask,
            @RequestParam(defaultValue = "false") boolean over,
            @RequestParam(defaultValue = "false") boolean relief,
            @RequestParam(required = false) @Nullable Instant before) {
        return queries.rows(choice(acting, ask), over, relief, before);
    }

    private FiguresQueries.Choice choice(Acting acting, Ask ask) {
        acting.require(HallWords.FIGURES);
        var to = ask.to() == null ? LocalDate.now(clock) : ask.to();
        var from = ask.from() == null ? to.minusDays(29) : ask.from();
        if (from.isAfter(to) || ChronoUnit.DAYS.between(from, to) >= LONGEST_DAYS) {
            throw Refusal.ofField("from", HallReason.PERIOD_TOO_LONG, LONGEST_DAYS);
        }
        return new FiguresQueries.Choice(
                from.atStartOfDay(clock.getZone()).toInstant(),
                to.plusDays(1).atStartOfDay(clock.getZone()).toInstant(),
                acting.isSystem() ? "" : acting.area().value(),
                ask.station(),
                ask.item(),
                ask.window());
    }
}
