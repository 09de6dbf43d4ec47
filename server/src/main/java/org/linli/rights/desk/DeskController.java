package org.linli.rights.desk;

import jakarta.validation.Valid;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.rights.desk.DeskForms.IdentifiedForm;
import org.linli.rights.desk.DeskForms.LiftForm;
import org.linli.rights.desk.DeskForms.ReadersForm;
import org.linli.shared.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The data-rights desk. */
@RestController
@RequestMapping("/api/rights/desk")
class DeskController {

    private final DataDesk desk;

    DeskController(DataDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/holdings")
    SubjectView lookUpHoldings(Acting by, @Valid @RequestBody IdentifiedForm form) {
        return desk.look(by, form);
    }

    @PostMapping("/readers")
    Page<ReadingView> lookUpReaders(Acting by, @Valid @RequestBody ReadersForm form) {
        return desk.readers(by, form);
    }

    @PostMapping("/restrictions/{id}/lift")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void liftRestriction(Acting by, @PathVariable UUID id, @Valid @RequestBody LiftForm form) {
        desk.lift(by, id, form.reason());
    }
}
