package org.linli.casework.procedure;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.linli.access.Acting;
import org.linli.shared.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Procedures, their versions and diagrams, and publishing. */
@RestController
@RequestMapping("/api/casework/procedures")
class ProceduresController {

    private final PublishedProcedures published;
    private final PublishingProcedures publishing;
    private final MessageSource messages;

    ProceduresController(PublishedProcedures published, PublishingProcedures publishing, MessageSource messages) {
        this.published = published;
        this.publishing = publishing;
        this.messages = messages;
    }

    /** The YAML to be read. */
    record SourceForm(@NotNull @Size(max = 200_000) String source) {}

    /** The YAML to be published, and what it changes and why. */
    record PublishForm(
            @NotNull @Size(max = 200_000) String source,
            @NotNull @Size(max = 2000) String note) {}

    @GetMapping
    List<ProcedureView.Summary> listProcedures(Acting acting) {
        acting.require(ProcedurePermissions.VIEW);
        return published.keys().stream()
                .map(key -> List.copyOf(published.versions(key)))
                .map(ProceduresController::summary)
                .toList();
    }

    @GetMapping("/{key}")
    ProcedureView.Published showProcedure(Acting acting, @PathVariable String key) {
        acting.require(ProcedurePermissions.VIEW);
        var newest = published.current(key).orElseThrow(() -> Refusal.because(ProcedureReason.NO_SUCH_PROCEDURE, key));
        return show(key, newest.version());
    }

    @GetMapping("/{key}/versions/{version}")
    ProcedureView.Published showProcedureVersion(Acting acting, @PathVariable String key, @PathVariable int version) {
        acting.require(ProcedurePermissions.VIEW);
        return show(key, version);
    }

    @PostMapping("/check")
    ProcedureView.Check checkProcedure(Acting acting, @Valid @RequestBody SourceForm form, Locale locale) {
        var file = publishing.check(acting, "yaml", form.source());
        return new ProcedureView.Check(
                file.procedure().map(ProcedureView::of).orElse(null), faults(file.faults(), locale));
    }

    /** Publishes, or answers 422 with every fault. */
    @PostMapping
    ProcedureView.Published publishProcedure(Acting acting, @Valid @RequestBody PublishForm form) {
        var file = publishing.publish(acting, "yaml", form.source(), form.note());
        var procedure = file.procedure().orElseThrow(() -> new FaultyProcedure(file.faults()));
        return show(procedure.key(), procedure.version());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> faulty(FaultyProcedure faulty, Locale locale) {
        var problem = ProblemDetail.forStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        problem.setType(URI.create("urn:linli:problem:casework.faulty-procedure"));
        problem.setTitle(
                messages.getMessage("refusal.casework.faulty-procedure", new Object[] {faulty.faults.size()}, locale));
        problem.setProperties(Map.of(
                "reason",
                "casework.faulty-procedure",
                "faults",
                faults(faulty.faults, locale).stream()
                        .map(fault -> Map.of("field", "source:" + fault.line(), "message", fault.message()))
                        .toList()));
        return ResponseEntity.unprocessableContent().body(problem);
    }

    /** A source with faults was to be published. */
    private static final class FaultyProcedure extends RuntimeException {

        private final transient List<ProcedureFault> faults;

        private FaultyProcedure(List<ProcedureFault> faults) {
            super(faults.size() + " faults", null, false, false);
            this.faults = faults;
        }
    }

    private ProcedureView.Published show(String key, int version) {
        var one = published
                .published(key, version)
                .orElseThrow(() -> Refusal.because(ProcedureReason.NO_SUCH_PROCEDURE_VERSION, key, version));
        return new ProcedureView.Published(
                ProcedureView.of(one.procedure()),
                one.source(),
                one.digest(),
                one.note(),
                one.publishedAt(),
                one.publishedBy(),
                published.versions(key).stream()
                        .map(each -> new ProcedureView.Version(
                                each.procedure().version(), each.note(), each.publishedAt(), each.publishedBy()))
                        .toList()
                        .reversed());
    }

    private static ProcedureView.Summary summary(List<PublishedVersion> versions) {
        var newest = versions.getLast();
        return new ProcedureView.Summary(
                newest.procedure().key(),
                newest.procedure().names(),
                newest.procedure().version(),
                versions.size(),
                newest.procedure().states().size(),
                newest.procedure().actions().size(),
                newest.publishedAt());
    }

    private List<ProcedureView.Fault> faults(List<ProcedureFault> faults, Locale locale) {
        return faults.stream()
                .map(fault -> ProcedureView.Fault.of(fault, messages, locale))
                .toList();
    }
}
