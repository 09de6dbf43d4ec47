package org.linli.counter.hall;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.shared.Refusal;
import org.linli.shared.RepeatedRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Check-in, the queue, and the acts on a visit. */
@RestController
@RequestMapping("/api/counter")
class VisitController {

    private final CheckingIn checkingIn;
    private final CallingVisits calling;
    private final VisitRows visits;
    private final HallDesk desk;
    private final Stations stations;

    VisitController(CheckingIn checkingIn, CallingVisits calling, VisitRows visits, HallDesk desk, Stations stations) {
        this.checkingIn = checkingIn;
        this.calling = calling;
        this.visits = visits;
        this.desk = desk;
        this.stations = stations;
    }

    /** An act on a visit: the revision that was seen, and a key of its own so that a double click acts once. */
    record ActForm(int revision, @NotBlank @Size(max = 60) String requestKey) {}

    record HandOnForm(
            int revision,
            @NotBlank @Size(max = 60) String requestKey,
            @Nullable Integer window) {}

    record TakeNextForm(@NotBlank @Size(max = 60) String requestKey) {}

    /** The visitor who was called, or nobody when nobody waits. */
    record NextView(@Nullable VisitView visit) {}

    record FinishedView(VisitView visit, String ratingCode) {}

    @PostMapping("/stations/{station}/visits")
    TicketView checkIn(Acting acting, @PathVariable String station, @RequestBody @Valid CheckInForm form) {
        return desk.ticket(RepeatedRequest.answer(() -> checkingIn.checkIn(acting, station, form)));
    }

    @GetMapping("/stations/{station}/board")
    HallDesk.BoardView showHallBoard(Acting acting, @PathVariable String station) {
        var unit = stations.require(acting, HallWords.READ, station);
        return desk.board(unit.code(), acting.posting().value());
    }

    @GetMapping("/visits/mine")
    NextView showMyVisit(Acting acting) {
        acting.require(HallWords.CALL);
        return new NextView(
                visits.servedBy(acting.posting().value()).map(desk::view).orElse(null));
    }

    @GetMapping("/visits/{id}")
    TicketView showVisit(Acting acting, @PathVariable UUID id) {
        var visit = visits.find(id).orElseThrow(() -> Refusal.because(HallReason.VISIT_UNKNOWN));
        stations.require(acting, HallWords.READ, visit.station());
        return desk.ticket(visit);
    }

    @PostMapping("/visits/next")
    NextView takeNextVisit(Acting acting, @RequestBody @Valid TakeNextForm form) {
        return new NextView(
                calling.takeNext(acting, form.requestKey()).map(desk::view).orElse(null));
    }

    @PostMapping("/visits/{id}/call-again")
    VisitView callVisitAgain(Acting acting, @PathVariable UUID id, @RequestBody @Valid ActForm form) {
        return desk.view(calling.callAgain(acting, id, form.revision(), form.requestKey()));
    }

    @PostMapping("/visits/{id}/arrive")
    VisitView noteVisitArrived(Acting acting, @PathVariable UUID id, @RequestBody @Valid ActForm form) {
        return desk.view(calling.arrive(acting, id, form.revision(), form.requestKey()));
    }

    @PostMapping("/visits/{id}/miss")
    VisitView noteVisitMissed(Acting acting, @PathVariable UUID id, @RequestBody @Valid ActForm form) {
        return desk.view(calling.miss(acting, id, form.revision(), form.requestKey()));
    }

    @PostMapping("/visits/{id}/take-back")
    VisitView takeVisitBack(Acting acting, @PathVariable UUID id, @RequestBody @Valid ActForm form) {
        return desk.view(calling.takeBack(acting, id, form.revision(), form.requestKey()));
    }

    @PostMapping("/visits/{id}/leave")
    VisitView noteVisitLeft(Acting acting, @PathVariable UUID id, @RequestBody @Valid ActForm form) {
        return desk.view(calling.leave(acting, id, form.revision(), form.requestKey()));
    }

    @PostMapping("/visits/{id}/hand-on")
    VisitView handVisitOn(Acting acting, @PathVariable UUID id, @RequestBody @Valid HandOnForm form) {
        return desk.view(calling.handOn(acting, id, form.revision(), form.requestKey(), form.window()));
    }

    @PostMapping("/visits/{id}/finish")
    FinishedView finishVisit(Acting acting, @PathVariable UUID id, @RequestBody @Valid ActForm form) {
        var finished = calling.finish(acting, id, form.revision(), form.requestKey());
        return new FinishedView(desk.view(finished.visit()), finished.ratingCode());
    }
}
