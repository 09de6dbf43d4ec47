package org.linli.wearables.limit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.privacy.DisclosureLedger;
import org.linli.wearables.ConsentKind;
import org.linli.wearables.VitalKind;
import org.linli.wearables.WearablesWords;
import org.linli.wearables.device.WornDevices;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Limits of the vitals of whoever wears a device. */
@RestController
@RequestMapping("/api/wearables/devices/{id}/limits")
class LimitController {

    private final Limits limits;
    private final LimitRows rows;
    private final WornDevices devices;
    private final DisclosureLedger ledger;

    LimitController(Limits limits, LimitRows rows, WornDevices devices, DisclosureLedger ledger) {
        this.limits = limits;
        this.rows = rows;
        this.devices = devices;
        this.ledger = ledger;
    }

    /** Limits of one number; a value at or beyond one has its level, and null is none. */
    record LimitBounds(
            @Nullable Integer lowRed,
            @Nullable Integer lowYellow,
            @Nullable Integer highYellow,
            @Nullable Integer highRed) {

        static LimitBounds of(Bounds bounds) {
            return new LimitBounds(
                    number(bounds.lowRed()),
                    number(bounds.lowYellow()),
                    number(bounds.highYellow()),
                    number(bounds.highRed()));
        }

        Bounds bounds() {
            return new Bounds(limit(lowRed), limit(lowYellow), limit(highYellow), limit(highRed));
        }

        private static @Nullable Integer number(OptionalInt limit) {
            return limit.isPresent() ? limit.getAsInt() : null;
        }

        private static OptionalInt limit(@Nullable Integer number) {
            return number == null ? OptionalInt.empty() : OptionalInt.of(number);
        }
    }

    /**
     * Limits to be set.
     *
     * @param second of the diastolic pressure
     */
    record LimitForm(
            @NotNull LimitBounds first,
            @Nullable LimitBounds second,
            @NotNull @Size(max = 200) String reason) {}

    /** Who set limits of somebody's own, when and why. */
    record LimitSetView(Instant at, String setter, String reason) {}

    /**
     * Limits of one vital, in the unit of its kind.
     *
     * @param set null where the usual limits hold
     */
    record LimitView(
            VitalKind kind,
            LimitBounds first,
            @Nullable LimitBounds second,
            @Nullable LimitSetView set) {}

    /**
     * Limits of every vital.
     *
     * @param consented whether its wearer agreed that vitals are watched, without which none are set
     */
    record LimitsView(boolean consented, List<LimitView> limits) {}

    /** Limits of somebody's own tell of their health, so a look at them is noted in the disclosure ledger. */
    @GetMapping
    LimitsView listLimits(Acting by, @PathVariable int id) {
        var device = devices.look(by, WearablesWords.READ_DEVICES, id);
        var own = rows.own(id);
        if (!own.isEmpty()) {
            device.wearer()
                    .ifPresent(wearer -> ledger.note(
                            by, "person:" + wearer, Set.of("limits"), WearablesWords.READ_DEVICES, "device:" + id));
        }
        return new LimitsView(
                device.agreesTo(ConsentKind.VITALS),
                Arrays.stream(VitalKind.values())
                        .map(kind -> view(kind, Optional.ofNullable(own.get(kind))))
                        .toList());
    }

    @PutMapping("/{kind}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setLimits(Acting by, @PathVariable int id, @PathVariable VitalKind kind, @Valid @RequestBody LimitForm form) {
        var second = Optional.ofNullable(form.second()).map(LimitBounds::bounds);
        limits.set(by, id, kind, new VitalLimits(form.first().bounds(), second), form.reason());
    }

    @DeleteMapping("/{kind}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resetLimits(Acting by, @PathVariable int id, @PathVariable VitalKind kind) {
        limits.reset(by, id, kind);
    }

    private static LimitView view(VitalKind kind, Optional<OwnLimits> own) {
        var limits = own.map(OwnLimits::limits).orElseGet(() -> VitalLimits.usual(kind));
        return new LimitView(
                kind,
                LimitBounds.of(limits.first()),
                limits.second().map(LimitBounds::of).orElse(null),
                own.map(set -> new LimitSetView(set.setAt(), set.setter(), set.reason()))
                        .orElse(null));
    }
}
