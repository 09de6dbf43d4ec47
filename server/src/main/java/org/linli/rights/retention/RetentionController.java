package org.linli.rights.retention;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.linli.access.Acting;
import org.linli.rights.retention.RetentionView.RunView;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The retention report and its rules. */
@RestController
@RequestMapping("/api/rights/retention")
class RetentionController {

    private final RetentionDesk desk;

    RetentionController(RetentionDesk desk) {
        this.desk = desk;
    }

    /** Whether a rule shall bind, and why. */
    record SwitchRuleForm(
            boolean active, @NotNull @Size(max = 400) String reason) {}

    @GetMapping
    RetentionView retentionReport(Acting by) {
        return desk.report(by);
    }

    @PostMapping("/{rule}/rehearsal")
    RunView rehearseRetentionRule(Acting by, @PathVariable String rule) {
        return desk.rehearse(by, rule);
    }

    @PostMapping("/{rule}/switch")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void switchRetentionRule(Acting by, @PathVariable String rule, @Valid @RequestBody SwitchRuleForm form) {
        desk.switchTo(by, rule, form.active(), form.reason());
    }

    @PostMapping("/{rule}/run")
    RunView runRetentionRule(Acting by, @PathVariable String rule) {
        return desk.run(by, rule);
    }
}
