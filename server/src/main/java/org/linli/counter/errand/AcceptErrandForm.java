package org.linli.counter.errand;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.counter.hall.VisitId;
import org.linli.files.FileId;
import org.linli.shared.DivisionCode;
import org.linli.shared.IdDocument;
import org.linli.shared.IdDocument.Kind;
import org.linli.shared.Refusal;
import org.linli.shared.Uscc;

/** An application as the desk sends it: the applicant from the card or typed, the item, the materials, the form. */
record AcceptErrandForm(
        @NotBlank @Size(max = 80) String requestKey,
        @Nullable UUID visit,
        @NotNull @Valid ApplicantForm applicant,
        @NotBlank @Size(max = 15) String area,
        @NotBlank String item,
        @Nullable List<@Valid MaterialForm> materials,
        @Nullable Map<String, Object> form,
        boolean consentToReuse,
        @Nullable LocalDate followUntil,
        @Nullable UUID mandate) {

    /** Who applies. */
    record ApplicantForm(
            @NotBlank @Size(max = 60) String name,
            @NotNull Kind documentKind,
            @NotBlank @Size(max = 30) String documentNumber,
            @Nullable String phone,
            @Nullable @Size(max = 200) String address,
            boolean cardRead,
            @Nullable LocalDate cardValidUntil,
            @Nullable @Size(max = 100) String organisation,
            @Nullable String creditCode) {}

    /** One material as the window found it. */
    record MaterialForm(
            @NotBlank String code,
            @NotNull MaterialState state,
            @Nullable @Size(max = 20) List<UUID> files,
            @Nullable MaterialFault fault,
            @Nullable @Size(max = 100) String words) {

        private Optional<Lack> lack() {
            return Optional.ofNullable(fault).map(what -> new Lack(what, words == null ? "" : words));
        }
    }

    AcceptErrand command(LocalDate today) {
        if (!DivisionCode.isValid(area)) {
            throw Refusal.ofField("area", ErrandReason.UNKNOWN_AREA, area);
        }
        return new AcceptErrand(
                requestKey,
                Optional.ofNullable(visit).map(VisitId::new),
                person(today),
                applicant.cardRead(),
                Optional.ofNullable(applicant.cardValidUntil()),
                DivisionCode.of(area),
                item,
                offered(),
                form == null ? Map.of() : form,
                consentToReuse,
                Optional.ofNullable(followUntil),
                Optional.ofNullable(mandate));
    }

    private Applicant person(LocalDate today) {
        var phone = Optional.ofNullable(applicant.phone()).map(String::strip).filter(text -> !text.isEmpty());
        phone.filter(text -> !CheckingForm.PHONE.matcher(text).matches()).ifPresent(_ -> {
            throw Refusal.ofField("applicant.phone", ErrandReason.PHONE_FORM);
        });
        return new Applicant(
                applicant.name().strip(),
                document(today),
                phone,
                Optional.ofNullable(applicant.address()).map(String::strip).filter(text -> !text.isEmpty()),
                organisation());
    }

    private IdDocument document(LocalDate today) {
        try {
            return IdDocument.read(applicant.documentKind(), applicant.documentNumber(), today);
        } catch (Refusal refusal) {
            throw refusal.at("applicant.documentNumber");
        }
    }

    private Optional<Applicant.Organisation> organisation() {
        var name = applicant.organisation();
        if (name == null || name.isBlank()) {
            return Optional.empty();
        }
        var code = applicant.creditCode() == null ? "" : applicant.creditCode();
        return Optional.of(
                new Applicant.Organisation(name.strip(), Uscc.read(code).value()));
    }

    static List<FileId> ids(@Nullable List<UUID> files) {
        return files == null ? List.of() : files.stream().map(FileId::new).toList();
    }

    private List<AcceptErrand.Offered> offered() {
        return materials == null
                ? List.of()
                : materials.stream()
                        .map(one -> new AcceptErrand.Offered(one.code(), one.state(), ids(one.files()), one.lack()))
                        .toList();
    }
}
