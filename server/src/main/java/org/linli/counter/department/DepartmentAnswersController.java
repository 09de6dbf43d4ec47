package org.linli.counter.department;

import jakarta.servlet.http.HttpServletRequest;
import org.linli.counter.department.Inbox.Acknowledged;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where departments send their answers. Nobody signs in here: the signature says who it is. */
@RestController
@RequestMapping("/api/public/department-lines")
class DepartmentAnswersController {

    private final Inbox inbox;

    DepartmentAnswersController(Inbox inbox) {
        this.inbox = inbox;
    }

    @PostMapping("/{line}/results")
    Acknowledged receiveDepartmentAnswer(
            @PathVariable String line,
            @RequestHeader(name = LineSignature.TIMESTAMP, defaultValue = "") String timestamp,
            @RequestHeader(name = LineSignature.NONCE, defaultValue = "") String nonce,
            @RequestHeader(name = LineSignature.SIGNATURE, defaultValue = "") String signature,
            @RequestBody byte[] body,
            HttpServletRequest request) {
        return inbox.receive(line, new LineSignature(timestamp, nonce, signature), request.getRequestURI(), body);
    }
}
