package org.linli.wearables.device;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.area.Areas;
import org.linli.privacy.DisclosureLedger;
import org.linli.shared.Page;
import org.linli.shared.Refusal;
import org.linli.wearables.ConsentKind;
import org.linli.wearables.WearablesReason;
import org.linli.wearables.WearablesWords;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Stock and health of devices. */
@RestController
@RequestMapping("/api/wearables/devices")
class WearableController {

    private static final int PAGE = 30;

    private final StoredWearables devices;
    private final WearableRows rows;
    private final Areas areas;
    private final DisclosureLedger ledger;

    WearableController(StoredWearables devices, WearableRows rows, Areas areas, DisclosureLedger ledger) {
        this.devices = devices;
        this.rows = rows;
        this.areas = areas;
        this.ledger = ledger;
    }

    /**
     * A device and how it is.
     *
     * @param wearer person of the base
     * @param consents what its wearer agrees to
     * @param battery in percent
     */
    record DeviceView(
            int id,
            String number,
            String model,
            String area,
            @Nullable UUID wearer,
            List<ConsentView> consents,
            @Nullable Instant seenAt,
            @Nullable Integer battery,
            @Nullable Instant retiredAt) {}

    /** What a wearer agrees to, and since when. */
    record ConsentView(ConsentKind kind, Instant since) {}

    /** The last position, WGS-84, and when by the device's clock. */
    record PlaceView(double lon, double lat, Instant at) {}

    record DevicePageView(DeviceView device, @Nullable PlaceView place) {}

    /** What a new device is. */
    record RegisterForm(
            @NotBlank @Size(max = 20) String number,
            @NotBlank @Size(max = 60) String model,
            @NotBlank String area) {}

    record RegisteredView(int id) {}

    /** Who wears it from now on, and where they count. */
    record HandOutForm(@NotNull UUID wearer, @NotBlank String area) {}

    record ConsentForm(@NotNull @Size(max = 200) String basis) {}

    record ReasonForm(@NotNull @Size(max = 200) String reason) {}

    @GetMapping
    Page<DeviceView> listWearables(
            Acting by, @RequestParam(defaultValue = "") String number, @RequestParam Optional<Integer> after) {
        by.require(WearablesWords.READ_DEVICES);
        var digits = number.replaceAll("\\D", "");
        var found = rows.page(by.area(), digits, after.orElse(null), PAGE + 1);
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        return new Page<>(
                shown.stream().map(WearableController::view).toList(),
                found.size() > PAGE
                        ? Optional.of(Integer.toString(shown.getLast().id()))
                        : Optional.empty());
    }

    /** Where somebody was is noted in the disclosure ledger. */
    @GetMapping("/{id}")
    DevicePageView readWearable(Acting by, @PathVariable int id) {
        var device = rows.find(id).orElseThrow(() -> Refusal.because(WearablesReason.UNKNOWN_DEVICE));
        by.require(WearablesWords.READ_DEVICES, device.division());
        if (device.fix().isPresent()) {
            device.wearer()
                    .ifPresent(wearer -> ledger.note(
                            by, "person:" + wearer, Set.of("position"), WearablesWords.READ_DEVICES, "device:" + id));
        }
        return new DevicePageView(
                view(device),
                device.fix()
                        .map(fix -> new PlaceView(fix.point().lon(), fix.point().lat(), fix.at()))
                        .orElse(null));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    RegisteredView registerWearable(Acting by, @Valid @RequestBody RegisterForm form) {
        var area = areas.requireDivision(form.area()).code();
        return new RegisteredView(devices.register(by, form.number().strip(), form.model(), area));
    }

    @PostMapping("/{id}/hand-out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void handOutWearable(Acting by, @PathVariable int id, @Valid @RequestBody HandOutForm form) {
        devices.handOut(
                by, id, form.wearer(), areas.requireDivision(form.area()).code());
    }

    @PostMapping("/{id}/consents/{kind}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void noteWearableConsent(
            Acting by, @PathVariable int id, @PathVariable ConsentKind kind, @Valid @RequestBody ConsentForm form) {
        devices.consent(by, id, kind, form.basis());
    }

    @PostMapping("/{id}/consents/{kind}/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdrawWearableConsent(
            Acting by, @PathVariable int id, @PathVariable ConsentKind kind, @Valid @RequestBody ReasonForm form) {
        devices.withdraw(by, id, kind, form.reason());
    }

    @PostMapping("/{id}/retire")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retireWearable(Acting by, @PathVariable int id, @Valid @RequestBody ReasonForm form) {
        devices.retire(by, id, form.reason());
    }

    private static DeviceView view(Device device) {
        return new DeviceView(
                device.id(),
                device.number(),
                device.model(),
                device.division().value(),
                device.wearer().orElse(null),
                device.consents().entrySet().stream()
                        .map(consent -> new ConsentView(consent.getKey(), consent.getValue()))
                        .toList(),
                device.seenAt().orElse(null),
                device.battery().isPresent() ? device.battery().getAsInt() : null,
                device.retiredAt().orElse(null));
    }
}
