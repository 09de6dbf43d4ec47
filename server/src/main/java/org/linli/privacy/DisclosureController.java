package org.linli.privacy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.access.ledger.LedgerFilter;
import org.linli.access.ledger.LedgerLine;
import org.linli.shared.Page;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The disclosure ledger, for the audit administrator. */
@RestController
@RequestMapping("/api/privacy/disclosures")
class DisclosureController {

    /** In the body, because an identity number must not end up in an address and thus in logs. */
    record SearchDisclosuresForm(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable @Size(max = 40) String login,
            @Nullable @Size(max = 18) String idNumber,
            @Nullable @Size(max = 100) String object,
            @Nullable @Size(max = 100) String after) {}

    /**
     * One time a value was shown; whose it was is not shown, because it can only be looked for.
     *
     * @param name who read, or the house's own job
     */
    record DisclosureView(
            UUID id,
            Instant at,
            @Nullable String login,
            @Nullable String name,
            String role,
            String unit,
            @Nullable String homeUnit,
            List<String> fields,
            String purpose,
            String object) {

        static DisclosureView of(LedgerLine line) {
            return new DisclosureView(
                    line.id(),
                    line.at(),
                    line.login(),
                    line.name(),
                    line.role(),
                    line.unit(),
                    line.homeUnit(),
                    List.of(line.said("fields").split(",")),
                    line.said("purpose"),
                    line.said("object"));
        }
    }

    private final DisclosureBook book;

    DisclosureController(DisclosureBook book) {
        this.book = book;
    }

    @PostMapping("/search")
    Page<DisclosureView> searchDisclosures(Acting by, @Valid @RequestBody SearchDisclosuresForm form) {
        var filter = LedgerFilter.between(Optional.ofNullable(form.from()), Optional.ofNullable(form.to()))
                .by(filled(form.login()))
                .equal("subject", filled(form.idNumber()).map(book::subjectOf))
                .equal("object", filled(form.object()));
        var page = book.page(by, filter, filled(form.after()));
        return page.map(DisclosureView::of);
    }

    private static Optional<String> filled(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(word -> !word.isEmpty());
    }
}
