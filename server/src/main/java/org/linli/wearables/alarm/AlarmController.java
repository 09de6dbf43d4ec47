package org.linli.wearables.alarm;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.privacy.DisclosureLedger;
import org.linli.shared.Page;
import org.linli.shared.Refusal;
import org.linli.wearables.AlarmKind;
import org.linli.wearables.AlarmLevel;
import org.linli.wearables.WearablesReason;
import org.linli.wearables.WearablesWords;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The desk where alarms of devices ring. */
@RestController
@RequestMapping("/api/wearables/alarms")
class AlarmController {

    private static final int MOST_OPEN = 200;
    private static final int PAGE = 30;

    private final Alarms alarms;
    private final AlarmRows rows;
    private final LiveAlarms live;
    private final DisclosureLedger ledger;

    AlarmController(Alarms alarms, AlarmRows rows, LiveAlarms live, DisclosureLedger ledger) {
        this.alarms = alarms;
        this.rows = rows;
        this.live = live;
        this.ledger = ledger;
    }

    /**
     * One line of the desk.
     *
     * @param detail what was measured, or the name of the zone
     * @param device the number of the device
     * @param wearer person of the base
     * @param times how often it was raised while it was open
     * @param mine whether the reader looks after it
     */
    record AlarmLineView(
            UUID id,
            AlarmKind kind,
            AlarmLevel level,
            @Nullable String detail,
            int deviceId,
            String device,
            @Nullable UUID wearer,
            String area,
            Instant raisedAt,
            Instant lastAt,
            int times,
            @Nullable String claimer,
            boolean mine,
            @Nullable Instant closedAt,
            Alarm.@Nullable Outcome outcome) {}

    /** The last position that is known, WGS-84, and when by the device's clock. */
    record PositionView(double lon, double lat, Instant at) {}

    record AlarmView(AlarmLineView line, @Nullable PositionView position, List<AlarmAct> acts) {}

    record NoteForm(@NotNull @Size(max = 400) String note) {}

    /** Whether somebody answered the phone, and what they said. */
    record CallForm(
            boolean reached, @NotNull @Size(max = 400) String note) {}

    record CloseForm(
            Alarm.@NotNull Outcome outcome,
            @NotNull @Size(max = 400) String note) {}

    /** All that are open, red ones before yellow ones, the oldest first. */
    @GetMapping
    List<AlarmLineView> listOpenAlarms(Acting by) {
        by.require(WearablesWords.READ_ALARMS);
        return rows.open(by.area(), MOST_OPEN).stream()
                .map(alarm -> line(by, alarm))
                .toList();
    }

    @GetMapping("/closed")
    Page<AlarmLineView> listClosedAlarms(Acting by, @RequestParam Optional<UUID> after) {
        by.require(WearablesWords.READ_ALARMS);
        var found = rows.closed(by.area(), after, PAGE + 1);
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        return new Page<>(
                shown.stream().map(alarm -> line(by, alarm)).toList(),
                found.size() > PAGE ? Optional.of(shown.getLast().id().toString()) : Optional.empty());
    }

    /** Server-sent events named {@code alarms}, each an {@link AlarmQueries.Standing}. */
    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter streamAlarms(Acting by) {
        by.require(WearablesWords.READ_ALARMS);
        return live.open(by);
    }

    /** Where somebody was is noted in the disclosure ledger. */
    @GetMapping("/{id}")
    AlarmView readAlarm(Acting by, @PathVariable UUID id) {
        var alarm = rows.find(id).orElseThrow(() -> Refusal.because(WearablesReason.UNKNOWN_ALARM));
        by.require(WearablesWords.READ_ALARMS, alarm.division());
        if (alarm.position().isPresent()) {
            alarm.wearer()
                    .ifPresent(wearer -> ledger.note(
                            by, "person:" + wearer, Set.of("position"), WearablesWords.READ_ALARMS, "alarm:" + id));
        }
        var position = alarm.position()
                .map(at -> new PositionView(at.point().lon(), at.point().lat(), at.at()))
                .orElse(null);
        return new AlarmView(line(by, alarm), position, rows.acts(id));
    }

    @PostMapping("/{id}/claim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void claimAlarm(Acting by, @PathVariable UUID id) {
        alarms.claim(by, id);
    }

    @PostMapping("/{id}/hand-back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void handBackAlarm(Acting by, @PathVariable UUID id, @Valid @RequestBody NoteForm form) {
        alarms.handBack(by, id, form.note());
    }

    @PostMapping("/{id}/notes")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void noteOnAlarm(Acting by, @PathVariable UUID id, @Valid @RequestBody NoteForm form) {
        alarms.note(by, id, form.note());
    }

    @PostMapping("/{id}/calls")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void noteCallAboutAlarm(Acting by, @PathVariable UUID id, @Valid @RequestBody CallForm form) {
        alarms.called(by, id, form.reached(), form.note());
    }

    @PostMapping("/{id}/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void closeAlarm(Acting by, @PathVariable UUID id, @Valid @RequestBody CloseForm form) {
        alarms.close(by, id, form.outcome(), form.note());
    }

    private static AlarmLineView line(Acting by, Alarm alarm) {
        return new AlarmLineView(
                alarm.id(),
                alarm.kind(),
                alarm.level(),
                alarm.detail().orElse(null),
                alarm.deviceId(),
                alarm.device(),
                alarm.wearer().orElse(null),
                alarm.division().value(),
                alarm.raisedAt(),
                alarm.lastAt(),
                alarm.times(),
                alarm.claim().map(Alarm.Claim::name).orElse(null),
                Alarms.isMine(by, alarm),
                alarm.closing().map(Alarm.Closing::at).orElse(null),
                alarm.closing().map(Alarm.Closing::outcome).orElse(null));
    }
}
