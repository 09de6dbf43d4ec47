package org.linli.casework.running;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.casework.ActOnCase;
import org.linli.casework.CaseId;
import org.linli.casework.CaseReceipt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The case page. */
@RestController
@RequestMapping("/api/casework/cases")
class CaseController {

    private final CaseDossier dossier;

    CaseController(CaseDossier dossier) {
        this.dossier = dossier;
    }

    /** An action as the page sends it. */
    record CaseActionForm(
            @Min(1) int revision,
            @NotBlank @Size(max = 60) String action,
            @Nullable @Size(max = 2000) String note,
            @Nullable Map<String, Object> input,
            @NotBlank @Size(max = 80) String requestKey) {}

    record CaseReceiptView(
            UUID id,
            String number,
            int revision,
            String state,
            Instant at,
            @Nullable Instant due) {

        static CaseReceiptView of(CaseReceipt receipt) {
            return new CaseReceiptView(
                    receipt.id().value(),
                    receipt.number(),
                    receipt.revision(),
                    receipt.state(),
                    receipt.at(),
                    receipt.due().orElse(null));
        }
    }

    @GetMapping("/{id}")
    CaseView readCase(Acting reader, @PathVariable UUID id) {
        return dossier.read(reader, new CaseId(id));
    }

    @PostMapping("/{id}/actions")
    CaseReceiptView actOnCase(Acting by, @PathVariable UUID id, @Valid @RequestBody CaseActionForm form) {
        var command = new ActOnCase(
                new CaseId(id),
                form.revision(),
                form.action(),
                form.note() == null ? "" : form.note(),
                form.input() == null ? Map.of() : withoutBlanks(form.input()),
                form.requestKey());
        return CaseReceiptView.of(dossier.act(by, command));
    }

    /** A field left empty in a form is a field not filled in. */
    private static Map<String, Object> withoutBlanks(Map<String, Object> input) {
        var filled = new java.util.HashMap<>(input);
        filled.values().removeIf(value -> value == null || value.equals(""));
        return filled;
    }
}
