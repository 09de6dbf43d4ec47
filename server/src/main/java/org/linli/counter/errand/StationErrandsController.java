package org.linli.counter.errand;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.counter.errand.ErrandQueries.OriginalsRow;
import org.linli.counter.errand.ErrandQueries.OutstandingRow;
import org.linli.counter.errand.ErrandQueries.PromiseRow;
import org.linli.counter.errand.ErrandQueries.Saved;
import org.linli.counter.errand.HeldRows.Held;
import org.linli.shared.IdDocument;
import org.linli.shared.IdDocument.Kind;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists of a station beside its errands: promises to verify, originals at agency points, papers saved. */
@RestController
@RequestMapping("/api/counter")
class StationErrandsController {

    private final ErrandQueries queries;
    private final ErrandFileRows rows;
    private final HeldRows held;
    private final Places places;
    private final AuditTrail audit;
    private final Clock clock;

    StationErrandsController(
            ErrandQueries queries, ErrandFileRows rows, HeldRows held, Places places, AuditTrail audit, Clock clock) {
        this.queries = queries;
        this.rows = rows;
        this.held = held;
        this.places = places;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/promises")
    List<PromiseRow> listPromises(Acting acting) {
        acting.require(Errands.READ);
        return queries.promises(places.station(acting).code());
    }

    @GetMapping("/outstanding")
    List<OutstandingRow> listOutstanding(Acting acting) {
        acting.require(Errands.READ);
        return queries.outstanding(places.station(acting).code());
    }

    @GetMapping("/originals")
    List<OriginalsRow> listOriginals(Acting acting) {
        acting.require(Errands.READ);
        return queries.originals(places.station(acting).code());
    }

    @GetMapping("/papers-saved")
    List<Saved> listPapersSaved(
            Acting acting, @RequestParam Optional<LocalDate> from, @RequestParam Optional<LocalDate> to) {
        acting.require(Errands.READ);
        var last = to.orElseGet(() -> LocalDate.now(clock));
        var first = from.orElseGet(() -> last.withDayOfMonth(1));
        return queries.saved(
                places.station(acting).code(),
                first.atStartOfDay(clock.getZone()).toInstant(),
                last.plusDays(1).atStartOfDay(clock.getZone()).toInstant());
    }

    /** Whose papers are looked up; in the body, so that the number ends up in no log. */
    record HeldForm(@NotNull Kind documentKind, @NotBlank String documentNumber) {}

    /** What the person at the window need not bring. */
    @PostMapping("/held")
    List<Held> listHeld(Acting acting, @Valid @RequestBody HeldForm form) {
        acting.require(Accepting.ACCEPT);
        var document = IdDocument.read(form.documentKind(), form.documentNumber(), LocalDate.now(clock));
        audit.note(acting, "counter.held.read", "held", Map.of());
        return held.of(rows.indexesOf(document), LocalDate.now(clock));
    }
}
