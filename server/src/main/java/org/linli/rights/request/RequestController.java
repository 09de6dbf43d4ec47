package org.linli.rights.request;

import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.rights.paper.PaperKind;
import org.linli.rights.paper.SheetPictures;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Requests at the desk; how they are handled goes through their cases. */
@RestController
@RequestMapping("/api/rights/requests")
class RequestController {

    private final Receiving receiving;
    private final Requests requests;

    RequestController(Receiving receiving, Requests requests) {
        this.receiving = receiving;
        this.requests = requests;
    }

    /** Pages of a paper as PNG in Base64, to be shown and printed by any browser. */
    record RequestPagesView(List<String> pages) {}

    @PostMapping
    RequestView receiveRequest(Acting by, @Valid @RequestBody ReceiveRequestForm form) {
        return requests.view(receiving.receive(by, form));
    }

    @GetMapping("/{id}")
    RequestView showRequest(Acting by, @PathVariable UUID id) {
        return requests.show(by, id);
    }

    @GetMapping("/{id}/papers/{kind}/pages")
    RequestPagesView requestPaperPages(Acting by, @PathVariable UUID id, @PathVariable PaperKind kind) {
        return new RequestPagesView(SheetPictures.of(requests.paper(by, id, kind)).stream()
                .map(Base64.getEncoder()::encodeToString)
                .toList());
    }

    @GetMapping(path = "/{id}/papers/{kind}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> requestPaperPdf(Acting by, @PathVariable UUID id, @PathVariable PaperKind kind) {
        var name = ContentDisposition.attachment()
                .filename(kind.name().toLowerCase(java.util.Locale.ROOT) + ".pdf", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .contentType(MediaType.APPLICATION_PDF)
                .body(requests.paper(by, id, kind));
    }
}
