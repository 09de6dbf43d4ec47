package org.linli.sync.device;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.privacy.RecoveryKeys;
import org.linli.sync.SyncSettings;
import org.linli.sync.SyncWords;
import org.linli.sync.log.Epochs;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a phone asks about itself while its holder is signed in. */
@RestController
@RequestMapping("/api/sync")
class DeviceController {

    private final Devices devices;
    private final RecoveryKeys keys;
    private final Epochs epochs;
    private final SyncSettings settings;
    private final Clock clock;

    DeviceController(Devices devices, RecoveryKeys keys, Epochs epochs, SyncSettings settings, Clock clock) {
        this.devices = devices;
        this.keys = keys;
        this.epochs = epochs;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A phone that registers.
     *
     * @param id made by the phone
     * @param recoveryKey its data key, wrapped with the district's public key (RSA-OAEP, SHA-256), Base64
     */
    record DeviceForm(
            @NotNull UUID id,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 100) String platform,
            @Min(1) @Max(1_000_000) int appSchema,
            @NotEmpty byte[] recoveryKey) {}

    /**
     * A registered phone.
     *
     * @param token the phone's own secret, told this once
     * @param leaseHours how long it works without meeting the server
     */
    record RegisteredView(
            UUID device,
            String token,
            UUID epoch,
            long leaseHours,
            int minAppSchema,
            long lastDeviceSeq,
            Instant serverTime) {}

    @PostMapping("/devices")
    RegisteredView registerDevice(Acting by, @Valid @RequestBody DeviceForm form) {
        var registered = devices.register(
                by, new NewDevice(form.id(), form.name(), form.platform(), form.appSchema(), form.recoveryKey()));
        return new RegisteredView(
                registered.device().id(),
                registered.token(),
                epochs.current(),
                settings.lease().toHours(),
                settings.minAppSchema(),
                registered.device().lastSeq(),
                clock.instant());
    }

    /** @param publicKey SubjectPublicKeyInfo, Base64 */
    record RecoveryKeyView(byte[] publicKey) {}

    @GetMapping("/recovery-key")
    RecoveryKeyView readRecoveryKey(Acting by) {
        by.require(SyncWords.USE);
        return new RecoveryKeyView(keys.publicKey());
    }

    /** The phone's own secret. */
    record TokenForm(@NotBlank @Size(max = 200) String token) {}

    /** @param key the phone's data key, Base64 */
    record DataKeyView(String key) {}

    @PostMapping("/devices/{id}/recover")
    DataKeyView recoverDeviceKey(Acting by, @PathVariable UUID id, @Valid @RequestBody TokenForm form) {
        return new DataKeyView(Base64.getEncoder().encodeToString(devices.recover(by, id, form.token())));
    }
}
