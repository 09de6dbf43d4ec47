package org.linli.casework.running;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.access.Acting;
import org.linli.area.Areas;
import org.linli.area.UnitCode;
import org.linli.casework.CaseSubject;
import org.linli.casework.CaseworkReason;
import org.linli.casework.OpenCase;
import org.linli.casework.procedure.Procedure;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Component;

/** Ask other units (请求协办): a child case each, leading or assisting; the case waits for them by its join rule. */
@Component
class AskOtherUnits implements BuiltIn {

    static final String PROCEDURE = "assist-unit";

    /** What a unit is asked to be. */
    enum Part {
        LEAD,
        ASSIST
    }

    /** When the case may move on again. */
    enum JoinRule {
        ALL,
        ANY,
        LEAD
    }

    private record Asked(UnitCode unit, Part part) {}

    private final Opening opening;
    private final AssistRows rows;
    private final Areas areas;

    AskOtherUnits(Opening opening, AssistRows rows, Areas areas) {
        this.opening = opening;
        this.rows = rows;
        this.areas = areas;
    }

    @Override
    public String code() {
        return "assist";
    }

    @Override
    public List<String> needs() {
        return List.of("units", "join", Inputs.NOTE);
    }

    @Override
    public boolean offers(Acting by, CaseFile file, Procedure procedure) {
        return file.now().hold() == null && !procedure.key().equals(PROCEDURE) && Standings.inCharge(by, file);
    }

    @Override
    public void work(Draft draft) {
        Inputs.note(draft);
        var rule = Inputs.oneOf(draft, "join", JoinRule.class);
        var units = units(draft);
        if (rule == JoinRule.LEAD && units.stream().noneMatch(asked -> asked.part() == Part.LEAD)) {
            throw Inputs.malformed("units");
        }
        draft.hold(Hold.ASSIST);
        draft.then(next -> {
            rows.begin(next, rule.name(), draft.now);
            units.forEach(asked ->
                    opening.open(draft.by, request(draft, asked), asked.part().name()));
        });
    }

    private List<Asked> units(Draft draft) {
        if (!(Inputs.some(draft, "units") instanceof Collection<?> many)) {
            throw Inputs.malformed("units");
        }
        var asked = new ArrayList<Asked>();
        var seen = new HashSet<UnitCode>();
        for (var one : many) {
            var isMap = one instanceof Map<?, ?>;
            var unit =
                    Inputs.unit(isMap ? String.valueOf(((Map<?, ?>) one).get("unit")) : String.valueOf(one), "units");
            var part = isMap && "LEAD".equals(((Map<?, ?>) one).get("part")) ? Part.LEAD : Part.ASSIST;
            if (areas.unit(unit).isEmpty()) {
                throw Refusal.ofField("units", CaseworkReason.UNKNOWN_UNIT, unit.value());
            }
            if (!seen.add(unit)) {
                throw Inputs.malformed("units");
            }
            asked.add(new Asked(unit, part));
        }
        return asked;
    }

    private static OpenCase request(Draft draft, Asked asked) {
        var file = draft.file;
        return new OpenCase(
                PROCEDURE,
                file.title(),
                new CaseSubject("casework.case", file.id().value().toString()),
                file.area(),
                asked.unit(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.of(file.id()),
                draft.command.requestKey() + ":" + asked.unit().value());
    }
}
