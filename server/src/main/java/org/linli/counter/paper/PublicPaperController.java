package org.linli.counter.paper;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import org.linli.access.Paces;
import org.linli.area.Areas;
import org.linli.area.Unit;
import org.linli.shared.Names;
import org.linli.shared.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Anybody may check a paper by its code, or a PDF by its SM3 digest, which the browser computes: no file is sent here. */
@RestController
@RequestMapping("/api/public/papers")
class PublicPaperController {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-fA-F]{64}");

    private final NumberedPapers papers;
    private final Paces paces;
    private final Paces.Limit limit;
    private final Areas areas;
    private final Clock clock;

    PublicPaperController(NumberedPapers papers, Paces paces, PaperSettings settings, Areas areas, Clock clock) {
        this.papers = papers;
        this.paces = paces;
        this.limit = new Paces.Limit("counter.paper.check", settings.checksPerMinute(), Duration.ofMinutes(1));
        this.areas = areas;
        this.clock = clock;
    }

    /** The SM3 digest of a PDF, 64 hexadecimal characters. */
    record CheckPaperFileForm(@NotNull String sm3) {}

    @GetMapping("/{checkCode}")
    PaperCheckView checkPaper(@PathVariable String checkCode, HttpServletRequest request) {
        paces.count(limit, request.getRemoteAddr());
        return view(papers.find(checkCode));
    }

    @PostMapping("/check")
    PaperCheckView checkPaperFile(@RequestBody @Valid CheckPaperFileForm form, HttpServletRequest request) {
        paces.count(limit, request.getRemoteAddr());
        if (!DIGEST.matcher(form.sm3()).matches()) {
            throw Refusal.ofField("sm3", PaperReason.PAPER_DIGEST);
        }
        return view(papers.findByDigest(form.sm3().toLowerCase(java.util.Locale.ROOT)));
    }

    private PaperCheckView view(PaperCheck check) {
        return switch (check) {
            case PaperCheck.Genuine(var paper) ->
                PaperCheckView.of(PaperCheckView.Verdict.GENUINE, paper, unit(paper), clock.getZone());
            case PaperCheck.Withdrawn(var paper) ->
                PaperCheckView.of(PaperCheckView.Verdict.WITHDRAWN, paper, unit(paper), clock.getZone());
            case PaperCheck.Unknown() -> PaperCheckView.of(PaperCheckView.Verdict.UNKNOWN);
            case PaperCheck.Altered() -> PaperCheckView.of(PaperCheckView.Verdict.ALTERED);
        };
    }

    private Names unit(Paper paper) {
        return areas.unit(paper.unit())
                .map(Unit::names)
                .orElseGet(() -> Names.of(paper.unit().value(), ""));
    }
}
