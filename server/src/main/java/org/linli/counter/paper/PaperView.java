package org.linli.counter.paper;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.shared.Names;

/** A paper as the console lists it. */
record PaperView(
        UUID id,
        String kind,
        Names title,
        String number,
        String unit,
        @Nullable UUID caseId,
        String maskedHolder,
        String checkCode,
        String issuedBy,
        Instant issuedAt,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnWhy) {

    static PaperView of(Paper paper) {
        var withdrawal = paper.withdrawal().orElse(null);
        return new PaperView(
                paper.id().value(),
                paper.kind().key(),
                paper.title(),
                paper.number(),
                paper.unit().value(),
                paper.caseId().map(org.linli.casework.CaseId::value).orElse(null),
                paper.maskedHolder(),
                CheckCodes.grouped(paper.checkCode()),
                paper.issuedBy(),
                paper.issuedAt(),
                withdrawal == null ? null : withdrawal.at(),
                withdrawal == null ? null : withdrawal.reason());
    }
}
