package org.linli.counter.errand;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.access.Paces;
import org.linli.access.Paces.Limit;
import org.linli.counter.errand.PublicProgress.ProgressView;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where residents see how their matter stands, without signing in. */
@RestController
@RequestMapping("/api/public/progress")
class PublicProgressController {

    private static final Limit BY_ADDRESS = new Limit("counter.progress", 10, Duration.ofMinutes(1));
    private static final Limit BY_CASE = new Limit("counter.progress.case", 10, Duration.ofMinutes(1));

    private final PublicProgress progress;
    private final RatingErrands ratings;
    private final Paces paces;

    PublicProgressController(PublicProgress progress, RatingErrands ratings, Paces paces) {
        this.progress = progress;
        this.ratings = ratings;
        this.paces = paces;
    }

    /** The pair a resident types. */
    record ProgressForm(
            @NotBlank @Size(max = 40) String caseNumber,
            @NotBlank @Size(min = 4, max = 4) String lastFour) {}

    @PostMapping
    ProgressView showProgress(@Valid @RequestBody ProgressForm form, HttpServletRequest request) {
        pace(request, form.caseNumber());
        return progress.look(form.caseNumber(), form.lastFour());
    }

    /** A rating by the applicant: 5 very satisfied to 1 very dissatisfied; 1 and 2 need a reason or a few words. */
    record ProgressRatingForm(
            @NotBlank @Size(max = 40) String caseNumber,
            @NotBlank @Size(min = 4, max = 4) String lastFour,
            @Min(1) @Max(5) int grade,
            @Nullable Set<String> reasons,
            @Nullable @Size(max = 500) String words,
            @NotBlank @Size(max = 60) String requestKey) {}

    @PostMapping("/rating")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rateProgress(@Valid @RequestBody ProgressRatingForm form, HttpServletRequest request) {
        pace(request, form.caseNumber());
        ratings.rate(
                form.caseNumber(),
                form.lastFour(),
                form.grade(),
                form.reasons() == null ? Set.of() : form.reasons(),
                form.words() == null ? "" : form.words(),
                form.requestKey());
    }

    /** Four characters are few: neither one address nor all together may try many for one matter. */
    private void pace(HttpServletRequest request, String caseNumber) {
        paces.count(BY_ADDRESS, request.getRemoteAddr());
        paces.count(BY_CASE, caseNumber.toUpperCase(Locale.ROOT));
    }
}
