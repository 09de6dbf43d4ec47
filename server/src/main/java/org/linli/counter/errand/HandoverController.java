package org.linli.counter.errand;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.area.Areas;
import org.linli.area.Unit;
import org.linli.area.UnitCode;
import org.linli.casework.CaseWords;
import org.linli.counter.errand.HandoverQueries.Line;
import org.linli.counter.errand.HandoverRows.Handover;
import org.linli.shared.Names;
import org.linli.shared.RepeatedRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hand-overs: an agency point's list, and what comes in at a station. */
@RestController
@RequestMapping("/api/counter/handovers")
class HandoverController {

    private static final Duration SHOWN = Duration.ofDays(30);

    private final HandingOver handing;
    private final HandoverRows rows;
    private final HandoverQueries queries;
    private final Places places;
    private final Areas areas;
    private final CaseWords words;
    private final AuditTrail audit;
    private final Clock clock;

    HandoverController(
            HandingOver handing,
            HandoverRows rows,
            HandoverQueries queries,
            Places places,
            Areas areas,
            CaseWords words,
            AuditTrail audit,
            Clock clock) {
        this.handing = handing;
        this.rows = rows;
        this.queries = queries;
        this.places = places;
        this.areas = areas;
        this.words = words;
        this.audit = audit;
        this.clock = clock;
    }

    /** An errand taken at an agency point; its originals are AT_POINT, ON_THE_WAY or HANDED_OVER. */
    record PointErrandView(
            UUID errand,
            UUID caseId,
            String caseNumber,
            Names item,
            String maskedName,
            Instant acceptedAt,
            String originals,
            Names state,
            boolean ended,
            @Nullable String outcome,
            @Nullable String note) {}

    /** A hand-over with what it holds. */
    record HandoverView(
            UUID id,
            Names point,
            Names station,
            Instant madeAt,
            String madeBy,
            String note,
            @Nullable Instant takenAt,
            @Nullable String takenBy,
            List<PointErrandView> errands) {}

    /** What an agency point took, and what it sent on its way. */
    record PointView(
            @Nullable Names point, Names station, List<PointErrandView> errands, List<HandoverView> handovers) {}

    @GetMapping("/mine")
    PointView showPoint(Acting acting) {
        acting.require(HandingOver.MAKE);
        audit.note(acting, Errands.READ, "unit:" + acting.unit().value(), java.util.Map.of());
        var station = places.station(acting);
        return new PointView(
                areas.unit(acting.unit()).map(Unit::names).orElse(null),
                station.names(),
                queries.ofPoint(acting.unit(), clock.instant().minus(SHOWN)).stream()
                        .map(this::line)
                        .toList(),
                rows.ofPoint(acting.unit()).stream().map(this::view).toList());
    }

    /** What agency points sent to the posting's station. */
    @GetMapping
    List<HandoverView> listHandovers(Acting acting) {
        acting.require(HandingOver.TAKE);
        var station = places.station(acting).code();
        audit.note(acting, Errands.READ, "station:" + station.value(), java.util.Map.of("list", "handovers"));
        return rows.ofStation(station).stream().map(this::view).toList();
    }

    /** Which errands go to the station. */
    record MakeHandoverForm(
            @NotEmpty @Size(max = 200) List<UUID> errands,
            @Nullable @Size(max = 200) String note,
            @NotBlank @Size(max = 40) String requestKey) {}

    @PostMapping
    HandoverView makeHandover(Acting acting, @Valid @RequestBody MakeHandoverForm form) {
        var which = form.errands().stream().distinct().map(ErrandId::new).toList();
        var note = form.note() == null ? "" : form.note();
        return view(RepeatedRequest.answer(() -> handing.make(acting, which, note, form.requestKey())));
    }

    /** An errand whose papers did not come. */
    record AbsentForm(
            @NotNull UUID errand, @NotBlank @Size(max = 200) String note) {}

    /** What did not come; everything else is taken. */
    record TakeHandoverForm(@NotNull List<@Valid AbsentForm> absent) {}

    @PostMapping("/{id}/take")
    HandoverView takeHandover(Acting acting, @PathVariable UUID id, @Valid @RequestBody TakeHandoverForm form) {
        var absent = form.absent().stream()
                .collect(Collectors.toMap(one -> new ErrandId(one.errand()), AbsentForm::note, (first, _) -> first));
        return view(handing.take(acting, id, absent));
    }

    private HandoverView view(Handover handover) {
        return new HandoverView(
                handover.id(),
                names(handover.point()),
                names(handover.station()),
                handover.madeAt(),
                handover.madeBy(),
                handover.note(),
                handover.takenAt().orElse(null),
                handover.takenBy().orElse(null),
                queries.ofHandover(handover.id()).stream().map(this::line).toList());
    }

    private PointErrandView line(Line line) {
        return new PointErrandView(
                line.errand(),
                line.caseId(),
                line.caseNumber(),
                line.item(),
                line.maskedName(),
                line.acceptedAt(),
                line.originals(),
                words.state(line.procedure(), line.procedureVersion(), line.state())
                        .names(),
                line.ended(),
                line.outcome(),
                line.note());
    }

    private Names names(UnitCode unit) {
        return areas.unit(unit).map(Unit::names).orElseGet(() -> Names.of(unit.value(), unit.value()));
    }
}
