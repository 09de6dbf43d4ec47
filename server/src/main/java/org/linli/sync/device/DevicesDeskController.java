package org.linli.sync.device;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.area.Areas;
import org.linli.shared.DivisionCode;
import org.linli.shared.Page;
import org.linli.sync.SyncSettings;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The desk that looks after phones. */
@RestController
@RequestMapping("/api/sync/devices")
class DevicesDeskController {

    private static final int PAGE = 50;

    private final Devices devices;
    private final Areas areas;
    private final SyncSettings settings;
    private final Clock clock;

    DevicesDeskController(Devices devices, Areas areas, SyncSettings settings, Clock clock) {
        this.devices = devices;
        this.areas = areas;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A phone as an administrator sees it.
     *
     * @param unsent changes that waited on it at its last contact
     * @param leaseUntil until when it works without meeting the server
     * @param clockWrong whether its clock was more than ten minutes off
     * @param wipeAsked whether it is told to erase everything at its next contact
     */
    record DeviceView(
            UUID id,
            UUID account,
            String holder,
            String area,
            String name,
            String platform,
            int appSchema,
            boolean outdated,
            Instant registeredAt,
            Instant lastContactAt,
            Instant leaseUntil,
            int unsent,
            boolean clockWrong,
            @Nullable Instant revokedAt,
            @Nullable String revokeReason,
            boolean wipeAsked,
            @Nullable Instant wipedAt) {}

    @GetMapping
    Page<DeviceView> listDevices(Acting by, @RequestParam Optional<String> area, @RequestParam Optional<UUID> after) {
        var place = area.map(code -> areas.requireDivision(code).code()).orElse(by.area());
        var rows = devices.page(by, place, after.orElse(null), PAGE + 1);
        var shown = rows.subList(0, Math.min(PAGE, rows.size()));
        var next = rows.size() > PAGE ? Optional.of(shown.getLast().id().toString()) : Optional.<String>empty();
        return new Page<>(shown.stream().map(this::view).toList(), next);
    }

    /** @param wipe whether the phone is also told to erase everything */
    record RevokeForm(@NotBlank @Size(max = 400) String reason, boolean wipe) {}

    @PostMapping("/{id}/revoke")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeDevice(Acting by, @PathVariable UUID id, @Valid @RequestBody RevokeForm form) {
        devices.revoke(by, id, form.reason(), form.wipe());
    }

    private DeviceView view(Device device) {
        return new DeviceView(
                device.id(),
                device.account().value(),
                device.holder(),
                DivisionCode.of(device.area()).value(),
                device.name(),
                device.platform(),
                device.appSchema(),
                device.appSchema() < settings.minAppSchema(),
                device.registeredAt(),
                device.lastContactAt(),
                device.lastContactAt().plus(settings.lease()),
                device.unsent(),
                Math.abs(device.skewMs()) > Devices.MOST_SKEW.toMillis(),
                device.revoked().map(Device.Revocation::at).orElse(null),
                device.revoked().map(Device.Revocation::reason).orElse(null),
                device.wipe(),
                device.wipedAt().orElse(null));
    }
}
