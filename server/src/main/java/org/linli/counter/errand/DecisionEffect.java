package org.linli.counter.errand;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.linli.casework.CaseEffect;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Component;

/**
 * {@code decide}: notes how an errand was decided and what verification found. Nothing is granted while materials that
 * were to follow are outstanding.
 */
@Component
class DecisionEffect implements CaseEffect {

    private final ErrandOfCase errands;
    private final ErrandFileRows rows;
    private final Clock clock;

    DecisionEffect(ErrandOfCase errands, ErrandFileRows rows, Clock clock) {
        this.errands = errands;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "decide";
    }

    @Override
    public void run(Happening happening) {
        if (!ErrandOfCase.isErrand(happening)) {
            return;
        }
        var errand = errands.of(happening);
        if (!Decision.isGrant(happening.input())) {
            if (happening.note().isBlank()) {
                // Who is refused is told why (Administrative Licensing Law art. 38).
                throw Refusal.ofField("note", ErrandReason.REASON_NEEDED);
            }
            rows.decide(errand.id(), "DENIED", happening.note(), clock.instant());
            return;
        }
        refuseWhileOutstanding(errand);
        keepFindings(errand, happening.input());
        rows.decide(errand.id(), "GRANTED", happening.note(), clock.instant());
    }

    static void refuseWhileOutstanding(Errand errand) {
        if (!errand.outstanding().isEmpty()) {
            var first = errand.outstanding().getFirst().names();
            throw Refusal.because(
                    ErrandReason.MATERIALS_OUTSTANDING,
                    first,
                    errand.outstanding().size());
        }
    }

    private void keepFindings(Errand errand, Map<String, Object> input) {
        if (input.get("findings") instanceof Map<?, ?> found && !found.isEmpty()) {
            var all = new LinkedHashMap<>(errand.findings());
            found.forEach((name, value) -> all.put(String.valueOf(name), String.valueOf(value)));
            rows.keepFindings(errand.id(), all);
        }
    }
}
