package org.linli.counter.errand;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.counter.errand.AcceptanceView.MissingView;
import org.linli.counter.errand.AcceptanceView.Outcome;
import org.linli.counter.errand.ErrandQueries.ErrandRow;
import org.linli.files.FileId;
import org.linli.shared.RepeatedRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/counter/errands")
class ErrandsController {

    private final Accepting accepting;
    private final Errands errands;
    private final ErrandViews views;
    private final Clock clock;

    ErrandsController(Accepting accepting, Errands errands, ErrandViews views, Clock clock) {
        this.accepting = accepting;
        this.errands = errands;
        this.views = views;
        this.clock = clock;
    }

    @PostMapping
    AcceptanceView acceptErrand(Acting acting, @Valid @RequestBody AcceptErrandForm form) {
        var command = form.command(LocalDate.now(clock));
        return switch (RepeatedRequest.answer(() -> accepting.accept(acting, command))) {
            case Acceptance.Accepted accepted ->
                new AcceptanceView(
                        Outcome.ACCEPTED,
                        accepted.repeated(),
                        views.of(accepted.errand(), accepted.papers()),
                        null,
                        List.of());
            case Acceptance.ToldOnce told ->
                new AcceptanceView(
                        Outcome.MATERIALS_MISSING,
                        false,
                        null,
                        ErrandViews.paper(told.notice()),
                        told.missing().stream().map(MissingView::of).toList());
        };
    }

    @GetMapping("/{id}")
    ErrandView showErrand(Acting acting, @PathVariable UUID id) {
        return views.of(errands.show(acting, new ErrandId(id)));
    }

    /** Errands of one day at the posting's station. */
    @GetMapping
    List<ErrandRow> listErrands(
            Acting acting, @RequestParam Optional<LocalDate> day, @RequestParam(defaultValue = "false") boolean own) {
        return errands.ofDay(acting, day.orElseGet(() -> LocalDate.now(clock)), own);
    }

    /** What is looked for stands in the body, so that no number ends up in a log of addresses. */
    record SearchForm(@NotBlank String text) {}

    @PostMapping("/search")
    List<ErrandRow> searchErrands(Acting acting, @Valid @RequestBody SearchForm form) {
        return errands.search(acting, form.text());
    }

    /** Why somebody wants to see full values; empty with the person at the window. */
    record PurposeForm(@Nullable String purpose) {}

    /** The full values. */
    record ApplicantView(
            String name,
            String documentKind,
            String documentNumber,
            @Nullable String phone,
            @Nullable String address,
            @Nullable String organisation,
            @Nullable String creditCode,
            Map<String, Object> form) {}

    @PostMapping("/{id}/applicant")
    ApplicantView discloseApplicant(Acting acting, @PathVariable UUID id, @RequestBody PurposeForm form) {
        var purpose = form.purpose() == null ? "" : form.purpose();
        var errand = errands.disclose(acting, new ErrandId(id), purpose);
        var applicant = errand.applicant();
        return new ApplicantView(
                applicant.name(),
                applicant.document().kind().name(),
                applicant.document().number(),
                applicant.phone().orElse(null),
                applicant.address().orElse(null),
                applicant.organisation().map(Applicant.Organisation::name).orElse(null),
                applicant.organisation().map(Applicant.Organisation::creditCode).orElse(null),
                errand.form());
    }

    /** A material that followed, with its file when there is one. */
    record SettleForm(
            @NotBlank String material,
            @Nullable @Size(max = 20) List<UUID> files) {}

    @PostMapping("/{id}/materials")
    ErrandView settleMaterial(Acting acting, @PathVariable UUID id, @Valid @RequestBody SettleForm form) {
        return views.of(errands.settle(acting, new ErrandId(id), form.material(), AcceptErrandForm.ids(form.files())));
    }

    /** Uploaded photos or scans of a material. */
    record ScansForm(
            @NotBlank String material,
            @NotEmpty @Size(max = 20) List<UUID> files) {}

    @PostMapping("/{id}/files")
    ErrandView addScans(Acting acting, @PathVariable UUID id, @Valid @RequestBody ScansForm form) {
        return views.of(
                errands.addScans(acting, new ErrandId(id), form.material(), AcceptErrandForm.ids(form.files())));
    }

    /** Why a photo does not count. */
    record VoidScanForm(@NotBlank @Size(max = 200) String why) {}

    @PostMapping("/{id}/files/{file}/void")
    ErrandView voidScan(
            Acting acting, @PathVariable UUID id, @PathVariable UUID file, @Valid @RequestBody VoidScanForm form) {
        return views.of(errands.voidScan(acting, new ErrandId(id), new FileId(file), form.why()));
    }

    /** How long the window needed. */
    record FinishedView(long seconds, boolean withinAQuarter) {}

    @PostMapping("/{id}/finish")
    FinishedView finishErrand(Acting acting, @PathVariable UUID id) {
        var took = errands.finish(acting, new ErrandId(id));
        return new FinishedView(took.toSeconds(), took.toMinutes() < 15);
    }

    /** What came of verifying a promise. */
    record PromiseForm(
            @NotBlank String material,
            @NotNull Boolean kept,
            @Nullable String note) {}

    @PostMapping("/{id}/promises")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void verifyPromise(Acting acting, @PathVariable UUID id, @Valid @RequestBody PromiseForm form) {
        errands.verifyPromise(
                acting, new ErrandId(id), form.material(), form.kept(), form.note() == null ? "" : form.note());
    }

    @PostMapping("/{id}/originals")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeOriginals(Acting acting, @PathVariable UUID id) {
        errands.takeOriginals(acting, new ErrandId(id));
    }
}
