package org.linli.access.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.access.ledger.ChainReport;
import org.linli.access.ledger.Chains;
import org.linli.access.ledger.LedgerFilter;
import org.linli.access.ledger.LedgerLine;
import org.linli.access.ledger.SealedChain;
import org.linli.shared.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit trail, for the audit administrator; reading it is noted in it. */
@RestController
@RequestMapping("/api/access/audit")
class AuditController {

    private static final int FINDINGS_SHOWN = 200;

    /**
     * One line.
     *
     * @param name who acted, or the house's own job
     * @param sequence place in the chain; missing for the moment until it is chained
     */
    record AuditLineView(
            UUID id,
            Instant at,
            @Nullable String login,
            @Nullable String name,
            String role,
            String unit,
            @Nullable String homeUnit,
            String act,
            String object,
            String facts,
            @Nullable Long sequence) {

        static AuditLineView of(LedgerLine line) {
            return new AuditLineView(
                    line.id(),
                    line.at(),
                    line.login(),
                    line.name(),
                    line.role(),
                    line.unit(),
                    line.homeUnit(),
                    line.said("act"),
                    line.said("object"),
                    line.said("facts"),
                    line.sequence());
        }
    }

    record ChainFindingView(
            ChainReport.Kind kind,
            long from,
            long to,
            @Nullable UUID row) {}

    record ChainReportView(
            String chain, long rows, long waiting, boolean intact, int faults, List<ChainFindingView> findings) {}

    private final AuditBook book;
    private final Chains chains;

    AuditController(AuditBook book, Chains chains) {
        this.book = book;
        this.chains = chains;
    }

    @GetMapping
    Page<AuditLineView> searchAudit(
            Acting by,
            @RequestParam Optional<LocalDate> from,
            @RequestParam Optional<LocalDate> to,
            @RequestParam Optional<String> login,
            @RequestParam Optional<String> act,
            @RequestParam Optional<String> object,
            @RequestParam Optional<String> after) {
        var filter = LedgerFilter.between(from, to)
                .by(filled(login))
                .begins("act", filled(act))
                .equal("object", filled(object));
        var page = book.page(by, filter, filled(after));
        return page.map(AuditLineView::of);
    }

    @PostMapping("/verify")
    List<ChainReportView> verifyAudit(Acting by) {
        by.require("access.audit.verify");
        var reports = chains.all().stream().map(SealedChain::verify).toList();
        var intact = reports.stream().allMatch(ChainReport::intact);
        book.note(by, "access.audit.verify", "audit:chains", Map.of("intact", Boolean.toString(intact)));
        return reports.stream().map(AuditController::view).toList();
    }

    private static ChainReportView view(ChainReport report) {
        return new ChainReportView(
                report.chain(),
                report.rows(),
                report.waiting(),
                report.intact(),
                report.findings().size(),
                report.findings().stream()
                        .limit(FINDINGS_SHOWN)
                        .map(finding -> new ChainFindingView(
                                finding.kind(),
                                finding.from(),
                                finding.to(),
                                finding.row().orElse(null)))
                        .toList());
    }

    private static Optional<String> filled(Optional<String> text) {
        return text.map(String::strip).filter(word -> !word.isEmpty());
    }
}
