package org.linli.counter.paper;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.casework.CaseId;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Papers in the console. */
@RestController
@RequestMapping("/api/counter/papers")
class PaperController {

    private final NumberedPapers papers;
    private final PaperReading reading;

    PaperController(NumberedPapers papers, PaperReading reading) {
        this.papers = papers;
        this.reading = reading;
    }

    /** Why a paper is taken out of force. */
    record WithdrawPaperForm(@NotBlank @Size(max = 500) String reason) {}

    @GetMapping
    List<PaperView> papersOfCase(Acting acting, @RequestParam UUID caseId) {
        return reading.ofCase(acting, new CaseId(caseId)).stream()
                .map(PaperView::of)
                .toList();
    }

    @GetMapping("/{id}")
    PaperView paper(Acting acting, @PathVariable UUID id) {
        return PaperView.of(reading.paper(acting, new PaperId(id)));
    }

    @GetMapping(path = "/{id}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> paperPdf(Acting acting, @PathVariable UUID id) {
        var paper = reading.paper(acting, new PaperId(id));
        var name = ContentDisposition.inline()
                .filename(paper.number() + ".pdf", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .contentType(MediaType.APPLICATION_PDF)
                .body(reading.pdf(acting, paper));
    }

    /** Pages of a paper as PNG in Base64, to be shown and printed by any browser. */
    record PaperPagesView(List<String> pages) {}

    @GetMapping("/{id}/pages")
    PaperPagesView paperPages(Acting acting, @PathVariable UUID id) {
        var pdf = reading.pdf(acting, reading.paper(acting, new PaperId(id)));
        return new PaperPagesView(PaperPictures.of(pdf).stream()
                .map(Base64.getEncoder()::encodeToString)
                .toList());
    }

    @PostMapping("/{id}/withdrawal")
    PaperView withdrawPaper(Acting acting, @PathVariable UUID id, @RequestBody @Valid WithdrawPaperForm form) {
        return PaperView.of(papers.withdraw(acting, new PaperId(id), form.reason()));
    }
}
