package org.linli.counter.paper;

import java.time.Instant;
import java.util.Optional;
import org.linli.area.UnitCode;
import org.linli.casework.CaseId;
import org.linli.shared.Names;

/**
 * Paper (文书): a numbered document of a unit.
 *
 * @param number such as 昆少先证〔2026〕第000123号; without a gap per unit, kind and year
 * @param checkCode 20 characters that anybody can check it by
 * @param sm3 SM3 digest of its PDF in lower-case hexadecimal
 */
public record Paper(
        PaperId id,
        PaperKind kind,
        Names title,
        String number,
        UnitCode unit,
        Optional<CaseId> caseId,
        String maskedHolder,
        String checkCode,
        String issuedBy,
        Instant issuedAt,
        Optional<Withdrawal> withdrawal,
        String sm3) {

    /** When and why a paper ceased to count. */
    public record Withdrawal(Instant at, String reason) {}
}
