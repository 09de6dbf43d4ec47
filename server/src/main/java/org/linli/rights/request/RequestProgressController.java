package org.linli.rights.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Locale;
import org.linli.access.Paces;
import org.linli.access.Paces.Limit;
import org.linli.rights.request.RequestProgress.RequestProgressView;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where requesters see how their request stands, without signing in. */
@RestController
@RequestMapping("/api/public/rights/progress")
class RequestProgressController {

    private static final Limit BY_ADDRESS = new Limit("rights.progress", 10, Duration.ofMinutes(1));
    private static final Limit BY_CASE = new Limit("rights.progress.case", 10, Duration.ofMinutes(1));

    private final RequestProgress progress;
    private final Paces paces;

    RequestProgressController(RequestProgress progress, Paces paces) {
        this.progress = progress;
        this.paces = paces;
    }

    /** The pair a requester types. */
    record RequestProgressForm(
            @NotBlank @Size(max = 40) String caseNumber,
            @NotBlank @Size(min = 4, max = 4) String lastFour) {}

    @PostMapping
    RequestProgressView showRequestProgress(@Valid @RequestBody RequestProgressForm form, HttpServletRequest request) {
        paces.count(BY_ADDRESS, request.getRemoteAddr());
        paces.count(BY_CASE, form.caseNumber().toUpperCase(Locale.ROOT));
        return progress.look(form.caseNumber(), form.lastFour());
    }
}
