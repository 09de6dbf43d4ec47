package org.linli.privacy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
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

    private final DisclosureQueries queries;

    DisclosureController(DisclosureQueries queries) {
        this.queries = queries;
    }

    @PostMapping("/search")
    Page<DisclosureQueries.DisclosureView> searchDisclosures(
            Acting by, @Valid @RequestBody SearchDisclosuresForm form) {
        var filter = new DisclosureQueries.Filter(
                Optional.ofNullable(form.from()),
                Optional.ofNullable(form.to()),
                filled(form.login()),
                filled(form.idNumber()),
                filled(form.object()));
        return queries.page(by, filter, filled(form.after()));
    }

    private static Optional<String> filled(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(word -> !word.isEmpty());
    }
}
