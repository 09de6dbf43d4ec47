package org.linli.counter.department;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.counter.department.LineDesk.LineView;
import org.linli.counter.department.LineQueries.AnswerRow;
import org.linli.counter.department.LineQueries.MessageRow;
import org.linli.counter.department.ReconciliationRows.Comparison;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/counter/department-lines")
class DepartmentLinesController {

    private final LineDesk desk;

    DepartmentLinesController(LineDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    List<LineView> listDepartmentLines(Acting acting) {
        return desk.lines(acting);
    }

    @GetMapping("/{line}/messages")
    List<MessageRow> listLineMessages(
            Acting acting, @PathVariable String line, @RequestParam(defaultValue = "") String state) {
        return desk.messages(acting, line, state);
    }

    @GetMapping("/{line}/answers")
    List<AnswerRow> listLineAnswers(
            Acting acting, @PathVariable String line, @RequestParam(defaultValue = "") String state) {
        return desk.answers(acting, line, state);
    }

    @PostMapping("/messages/{message}/send-again")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void sendLineMessageAgain(Acting acting, @PathVariable UUID message) {
        desk.sendAgain(acting, message);
    }

    @PostMapping("/answers/{answer}/apply-again")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void applyLineAnswerAgain(Acting acting, @PathVariable UUID answer) {
        desk.applyAgain(acting, answer);
    }

    @GetMapping("/{line}/reconciliations/{day}")
    Comparison showReconciliation(Acting acting, @PathVariable String line, @PathVariable LocalDate day) {
        return desk.reconciliation(acting, line, day);
    }

    @PostMapping("/{line}/reconciliations/{day}")
    Comparison makeReconciliation(Acting acting, @PathVariable String line, @PathVariable LocalDate day) {
        return desk.reconcile(acting, line, day);
    }
}
