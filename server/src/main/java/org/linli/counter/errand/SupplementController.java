package org.linli.counter.errand;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.counter.errand.Supplementing.Ask;
import org.linli.counter.errand.Supplementing.Brought;
import org.linli.counter.errand.Supplementing.Came;
import org.linli.counter.errand.Supplementing.Wrong;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Asking for a correction, and taking what comes. */
@RestController
@RequestMapping("/api/counter/errands/{id}/supplement")
class SupplementController {

    private final Supplementing supplementing;
    private final ErrandViews views;

    SupplementController(Supplementing supplementing, ErrandViews views) {
        this.supplementing = supplementing;
        this.views = views;
    }

    /** One material and what is wrong with it. */
    record WrongMaterialForm(
            @NotBlank String code,
            @NotNull MaterialFault fault,
            @Nullable @Size(max = 100) String words) {

        Wrong wrong() {
            return new Wrong(code, new Lack(fault, words == null ? "" : words));
        }
    }

    /** Everything that is to be corrected, at one time. */
    record AskSupplementForm(
            @Min(1) int revision,
            @NotNull @Size(max = 50) List<@Valid WrongMaterialForm> materials,
            @Nullable @Size(max = 20) List<@Size(max = 200) String> others,
            @NotBlank @Size(max = 60) String requestKey) {}

    @PostMapping
    ErrandView askSupplement(Acting acting, @PathVariable UUID id, @Valid @RequestBody AskSupplementForm form) {
        var wrong = form.materials().stream().map(WrongMaterialForm::wrong).toList();
        var others = form.others() == null ? List.<String>of() : form.others();
        return views.of(supplementing.ask(
                acting, new ErrandId(id), new Ask(form.revision(), wrong, others, form.requestKey())));
    }

    /** Photos or scans that came for one material; without a code they belong to the correction as a whole. */
    record CameForm(
            @Nullable String code, @NotNull @Size(max = 20) List<UUID> files) {}

    /** What the applicant brought. */
    record ReceiveSupplementForm(
            @Min(1) int revision,
            @NotNull @Size(max = 50) List<@Valid CameForm> materials,
            @Nullable @Size(max = 500) String note,
            @NotBlank @Size(max = 60) String requestKey) {}

    @PostMapping("/received")
    ErrandView receiveSupplement(Acting acting, @PathVariable UUID id, @Valid @RequestBody ReceiveSupplementForm form) {
        var came = form.materials().stream()
                .map(one -> new Came(Optional.ofNullable(one.code()), AcceptErrandForm.ids(one.files())))
                .toList();
        var note = form.note() == null ? "" : form.note();
        return views.of(supplementing.receive(
                acting, new ErrandId(id), new Brought(form.revision(), came, note, form.requestKey())));
    }
}
