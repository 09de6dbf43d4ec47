package org.linli.eldercare.call;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.eldercare.EldercareReason;
import org.linli.eldercare.EldercareWords;
import org.linli.eldercare.call.Callers.CallerView;
import org.linli.shared.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The 12349 desk. */
@RestController
@RequestMapping("/api/eldercare/calls")
class CallController {

    private static final int MOST_OPEN = 200;
    private static final int MOST_EARLIER = 20;

    private final CallDesk desk;
    private final CallRows rows;
    private final CallQueries queries;
    private final Callers callers;
    private final Seats seats;
    private final LiveCalls live;
    private final Clock clock;

    CallController(
            CallDesk desk,
            CallRows rows,
            CallQueries queries,
            Callers callers,
            Seats seats,
            LiveCalls live,
            Clock clock) {
        this.desk = desk;
        this.rows = rows;
        this.queries = queries;
        this.callers = callers;
        this.seats = seats;
        this.live = live;
        this.clock = clock;
    }

    /**
     * One line of the desk; a call that rings shows its number and line only.
     *
     * @param number null for a caller who hides it
     * @param called the line that was dialled
     * @param fresh whether it was claimed so lately that another may take it without a reason
     * @param stale whether the desk of who looks after it is gone, so that others may claim it
     */
    record CallLineView(
            UUID id,
            CallState state,
            @Nullable String number,
            @Nullable String called,
            @Nullable String queue,
            Instant startedAt,
            @Nullable Instant answeredAt,
            @Nullable Instant endedAt,
            @Nullable String claimer,
            @Nullable Instant claimedAt,
            boolean mine,
            boolean fresh,
            boolean stale,
            @Nullable Instant closedAt,
            Call.@Nullable Outcome outcome) {}

    /**
     * What the desk shows.
     *
     * @param extension at which telephone the operator sits
     */
    record CallDeskView(@Nullable String extension, List<CallLineView> calls) {}

    /**
     * An earlier call from the same number.
     *
     * @param note the last that was written about it
     */
    record EarlierCallView(
            UUID id,
            CallState state,
            Instant startedAt,
            @Nullable String claimer,
            Call.@Nullable Outcome outcome,
            @Nullable String note) {}

    /**
     * A call.
     *
     * @param open whether the reader looks after it; otherwise callers and earlier calls are empty
     */
    record CallView(
            CallLineView line,
            boolean open,
            @Nullable String recording,
            List<CallerView> callers,
            List<EarlierCallView> earlier,
            List<CallAct> acts) {}

    record CallNoteForm(@NotNull @Size(max = 400) String note) {}

    /** Why it is taken from somebody; may be empty while it is fresh. */
    record TakeForm(@NotNull @Size(max = 200) String reason) {}

    record CallPersonForm(@NotNull UUID person) {}

    /** Whether the caller was reached, and what they said. */
    record CallBackForm(
            boolean reached, @NotNull @Size(max = 400) String note) {}

    record CloseCallForm(
            Call.@NotNull Outcome outcome,
            @NotNull @Size(max = 400) String note) {}

    record SeatForm(@NotNull @Size(max = 20) String extension) {}

    /** All that nobody has closed, the oldest first. */
    @GetMapping
    CallDeskView readCallDesk(Acting by) {
        by.require(EldercareWords.READ_CALLS);
        return new CallDeskView(
                seats.of(by).orElse(null),
                rows.open(by.area(), MOST_OPEN).stream()
                        .map(call -> line(by, call))
                        .toList());
    }

    /** Server-sent events named {@code calls}, each a {@link CallQueries.Standing}. */
    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter streamCalls(Acting by) {
        by.require(EldercareWords.READ_CALLS);
        return live.open(by);
    }

    /** How the desk did on a day in Beijing time; today when none is told. */
    @GetMapping("/figures")
    CallQueries.Figures readCallFigures(Acting by, @RequestParam Optional<LocalDate> day) {
        by.require(EldercareWords.READ_CALLS);
        var on = day.orElseGet(() -> LocalDate.now(clock));
        var zone = clock.getZone();
        return queries.figures(
                by.area(),
                on.atStartOfDay(zone).toInstant(),
                on.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** Who may be calling, and what they called about before, only to the operator who looks after the call. */
    @GetMapping("/{id}")
    CallView readCall(Acting by, @PathVariable UUID id) {
        var call = rows.find(id).orElseThrow(() -> Refusal.because(EldercareReason.UNKNOWN_CALL));
        by.require(EldercareWords.READ_CALLS, call.division());
        var open = CallDesk.isMine(by, call);
        return new CallView(
                line(by, call),
                open,
                call.recording().filter(where -> open).orElse(null),
                open ? callers.of(by, call) : List.of(),
                open ? earlier(call) : List.of(),
                open || by.may(EldercareWords.TAKE_CALLS) ? rows.acts(id) : List.of());
    }

    @PostMapping("/{id}/claim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void claimCall(Acting by, @PathVariable UUID id) {
        desk.claim(by, id);
    }

    @PostMapping("/{id}/take")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeCall(Acting by, @PathVariable UUID id, @Valid @RequestBody TakeForm form) {
        desk.take(by, id, form.reason());
    }

    @PostMapping("/{id}/hand-over")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void handOverCall(Acting by, @PathVariable UUID id, @Valid @RequestBody CallNoteForm form) {
        desk.handOver(by, id, form.note());
    }

    @PostMapping("/{id}/notes")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void noteOnCall(Acting by, @PathVariable UUID id, @Valid @RequestBody CallNoteForm form) {
        desk.note(by, id, form.note());
    }

    @PostMapping("/{id}/person")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void namePersonOfCall(Acting by, @PathVariable UUID id, @Valid @RequestBody CallPersonForm form) {
        desk.name(by, id, form.person());
    }

    @PostMapping("/{id}/call-backs")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void noteCallBack(Acting by, @PathVariable UUID id, @Valid @RequestBody CallBackForm form) {
        desk.calledBack(by, id, form.reached(), form.note());
    }

    @PostMapping("/{id}/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void closeCall(Acting by, @PathVariable UUID id, @Valid @RequestBody CloseCallForm form) {
        desk.close(by, id, form.outcome(), form.note());
    }

    /** The desk is open; without a word of it for 45 seconds what the operator looks after may be claimed by others. */
    @PutMapping("/beat")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keepCalls(Acting by) {
        desk.beat(by);
    }

    @PutMapping("/seat")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void sitAtTelephone(Acting by, @Valid @RequestBody SeatForm form) {
        seats.sit(by, form.extension());
    }

    @DeleteMapping("/seat")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leaveTelephone(Acting by) {
        seats.leave(by);
    }

    private List<EarlierCallView> earlier(Call call) {
        return call.caller().map(number -> rows.from(number, call.id(), MOST_EARLIER)).orElse(List.of()).stream()
                .map(this::earlierView)
                .toList();
    }

    private EarlierCallView earlierView(Call call) {
        return new EarlierCallView(
                call.id(),
                call.story().state(),
                call.story().startedAt(),
                call.claim().map(Call.Claim::name).orElse(null),
                call.closing().map(Call.Closing::outcome).orElse(null),
                rows.acts(call.id()).reversed().stream()
                        .map(CallAct::note)
                        .filter(note -> !note.isEmpty())
                        .findFirst()
                        .orElse(null));
    }

    private CallLineView line(Acting by, Call call) {
        var now = clock.instant();
        var open = call.closing().isEmpty();
        return new CallLineView(
                call.id(),
                call.story().state(),
                call.caller().orElse(null),
                call.called().orElse(null),
                call.story().queue().orElse(null),
                call.story().startedAt(),
                call.story().answeredAt().orElse(null),
                call.story().endedAt().orElse(null),
                call.claim().map(Call.Claim::name).orElse(null),
                call.claim().map(Call.Claim::at).orElse(null),
                CallDesk.isMine(by, call),
                open && call.claim().filter(claim -> claim.isFresh(now)).isPresent(),
                open && call.claim().filter(claim -> claim.isStale(now)).isPresent(),
                call.closing().map(Call.Closing::at).orElse(null),
                call.closing().map(Call.Closing::outcome).orElse(null));
    }
}
