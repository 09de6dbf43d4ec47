package org.linli.sync.device;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.linli.access.Paces;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a phone asks with its own secret before anybody has signed in, so that a lost one can be wiped. */
@RestController
@RequestMapping("/api/public/sync/devices")
class PublicDeviceController {

    private static final Paces.Limit LIMIT = new Paces.Limit("sync.device.state", 60, Duration.ofMinutes(1));

    private final Devices devices;
    private final Paces paces;
    private final Clock clock;

    PublicDeviceController(Devices devices, Paces paces, Clock clock) {
        this.devices = devices;
        this.paces = paces;
        this.clock = clock;
    }

    /** @param wipe whether the phone must erase everything now */
    record DeviceStateView(boolean wipe, boolean revoked, Instant serverTime) {}

    @PostMapping("/{id}/state")
    DeviceStateView askDeviceState(
            HttpServletRequest request, @PathVariable UUID id, @Valid @RequestBody DeviceController.TokenForm form) {
        paces.count(LIMIT, request.getRemoteAddr());
        var device = devices.state(id, form.token());
        return new DeviceStateView(device.wipe(), device.revoked().isPresent(), clock.instant());
    }

    @PostMapping("/{id}/wiped")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reportDeviceWiped(
            HttpServletRequest request, @PathVariable UUID id, @Valid @RequestBody DeviceController.TokenForm form) {
        paces.count(LIMIT, request.getRemoteAddr());
        devices.wiped(id, form.token());
    }
}
