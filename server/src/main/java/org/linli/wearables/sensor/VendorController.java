package org.linli.wearables.sensor;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.area.Areas;
import org.linli.wearables.WearablesWords;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which vendors' platforms may send readings of sensors. */
@RestController
@RequestMapping("/api/wearables/vendors")
class VendorController {

    private final Vendors vendors;
    private final VendorRows rows;
    private final Areas areas;

    VendorController(Vendors vendors, VendorRows rows, Areas areas) {
        this.vendors = vendors;
        this.rows = rows;
        this.areas = areas;
    }

    /**
     * A vendor.
     *
     * @param heardAt when a request of it was last taken, to the minute
     */
    record VendorView(
            int id,
            String name,
            String area,
            Instant madeAt,
            @Nullable Instant heardAt,
            @Nullable Instant retiredAt) {}

    /** A new vendor, and the area whose devices it is heard for. */
    record VendorForm(
            @NotBlank @Size(max = 60) String name, @NotBlank String area) {}

    /**
     * What the vendor's platform is set up with.
     *
     * @param key told this once
     */
    record VendorKeyView(int id, String key) {}

    record VendorReasonForm(@NotNull @Size(max = 200) String reason) {}

    @GetMapping
    List<VendorView> listVendors(Acting by) {
        by.require(WearablesWords.KEEP_VENDORS);
        return rows.in(by.area()).stream().map(VendorController::view).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    VendorKeyView addVendor(Acting by, @Valid @RequestBody VendorForm form) {
        var made =
                vendors.add(by, form.name(), areas.requireDivision(form.area()).code());
        return new VendorKeyView(made.id(), made.key());
    }

    @PostMapping("/{id}/retire")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retireVendor(Acting by, @PathVariable int id, @Valid @RequestBody VendorReasonForm form) {
        vendors.retire(by, id, form.reason());
    }

    private static VendorView view(Vendor vendor) {
        return new VendorView(
                vendor.id(),
                vendor.name(),
                vendor.division().value(),
                vendor.madeAt(),
                vendor.heardAt().orElse(null),
                vendor.retiredAt().orElse(null));
    }
}
