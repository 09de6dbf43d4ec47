package org.linli.counter.errand;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.linli.counter.errand.PublicProgress.ProgressView;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where residents see how their matter stands, without signing in. */
@RestController
@RequestMapping("/api/public/progress")
class PublicProgressController {

    private final PublicProgress progress;
    private final Clock clock;

    PublicProgressController(PublicProgress progress, Clock clock) {
        this.progress = progress;
        this.clock = clock;
    }

    /** The pair a resident types. */
    record ProgressForm(
            @NotBlank @Size(max = 40) String caseNumber,
            @NotBlank @Size(min = 4, max = 4) String lastFour) {}

    @PostMapping
    ProgressView showProgress(@Valid @RequestBody ProgressForm form, HttpServletRequest request) {
        return progress.look(request.getRemoteAddr(), form.caseNumber(), form.lastFour(), clock.instant());
    }
}
