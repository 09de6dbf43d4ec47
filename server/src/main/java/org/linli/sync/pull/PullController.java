package org.linli.sync.pull;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.linli.access.Acting;
import org.linli.shared.Refusal;
import org.linli.sync.SyncReason;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where phones read. */
@RestController
@RequestMapping(PullController.PATH)
class PullController {

    static final String PATH = "/api/sync/pull";

    private final Pulling pulling;
    private final PullGate gate;

    PullController(Pulling pulling, PullGate gate) {
        this.pulling = pulling;
        this.gate = gate;
    }

    @PostMapping
    PullView pull(Acting by, @Valid @RequestBody PullForm form, HttpServletResponse response) {
        try {
            return gate.pass(() -> pulling.pull(by, form));
        } catch (Refusal refusal) {
            if (refusal.reason() == SyncReason.TOO_MANY_PULLS) {
                response.setHeader(
                        HttpHeaders.RETRY_AFTER,
                        String.valueOf(refusal.arguments().getFirst()));
            }
            throw refusal;
        }
    }
}
