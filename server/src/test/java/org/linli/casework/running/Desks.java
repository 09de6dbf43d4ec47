package org.linli.casework.running;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.Condition;
import org.linli.access.Acting;
import org.linli.area.UnitCode;
import org.linli.casework.ActOnCase;
import org.linli.casework.CaseReceipt;
import org.linli.casework.CaseSubject;
import org.linli.casework.OpenCase;
import org.linli.shared.DivisionCode;
import org.linli.shared.Names;
import org.linli.shared.Refusal;
import org.linli.testing.Actings;

/** People at their desks, and what they ask for. */
final class Desks {

    static final UnitCode WANQINGLU_STATION = UnitCode.of("ST-150203004");
    static final DivisionCode DISTRICT = DivisionCode.of("150203");

    private Desks() {}

    static Acting clerk() {
        return clerk(Actings.SHAOXIANLU_STATION);
    }

    static Acting clerk(UnitCode unit) {
        return at("clerk", unit);
    }

    static Acting at(String role, UnitCode unit) {
        return Actings.with(role, unit, DISTRICT, CaseworkWords.ACT, CaseworkWords.READ);
    }

    static Acting supervisor() {
        return Actings.with(
                "district-supervisor",
                UnitCode.of("GOV-150203"),
                DISTRICT,
                CaseworkWords.ACT,
                CaseworkWords.READ,
                CaseworkWords.SUPERVISE);
    }

    static OpenCase request(String procedure, UnitCode unit) {
        return new OpenCase(
                procedure,
                Names.of("请核实一份材料", "Please verify a paper"),
                new CaseSubject("test.matter", UUID.randomUUID().toString()),
                Actings.SHAOXIANLU,
                unit,
                Optional.empty(),
                Map.of("kind", "A"),
                Optional.empty(),
                Optional.empty(),
                UUID.randomUUID().toString());
    }

    static ActOnCase act(CaseReceipt on, String action) {
        return act(on, action, "", Map.of());
    }

    static ActOnCase act(CaseReceipt on, String action, String note, Map<String, Object> input) {
        return new ActOnCase(
                on.id(), on.revision(), action, note, input, UUID.randomUUID().toString());
    }

    static Condition<Throwable> because(Refusal.Reason reason) {
        return new Condition<>(
                thrown -> thrown instanceof Refusal refusal && refusal.reason() == reason,
                "refused because %s",
                reason);
    }
}
