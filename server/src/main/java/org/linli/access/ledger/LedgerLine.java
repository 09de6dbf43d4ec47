package org.linli.access.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a ledger as it is shown.
 *
 * @param name who it was, or the house's own job
 * @param said what the line says beyond who, where and when, by column
 * @param sequence place in the chain; missing for the moment until it is chained
 */
public record LedgerLine(
        UUID id,
        Instant at,
        @Nullable String login,
        @Nullable String name,
        String role,
        String unit,
        @Nullable String homeUnit,
        Map<String, String> said,
        @Nullable Long sequence) {

    public String said(String column) {
        return Optional.ofNullable(said.get(column)).orElseThrow();
    }
}
