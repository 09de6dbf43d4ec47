package org.linli.access.audit;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.access.PostingId;
import org.linli.access.PostingsInForce;
import org.linli.area.CellsRedrawn;
import org.linli.shared.DivisionCode;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Area lies below the trail, so what is redrawn there is heard here and noted in the same transaction. */
@Component
class CellsRedrawnNotes {

    private final AuditTrail audit;
    private final PostingsInForce postings;

    CellsRedrawnNotes(AuditTrail audit, PostingsInForce postings) {
        this.audit = audit;
        this.postings = postings;
    }

    @EventListener
    void note(CellsRedrawn redrawn) {
        var by = postings.find(new PostingId(redrawn.posting())).orElseGet(() -> Acting.system("grid"));
        audit.note(
                by,
                "area.cell.redraw",
                "division:" + redrawn.community(),
                Map.of(
                        "redrawing", redrawn.id().toString(),
                        "created", codes(redrawn.created()),
                        "retired", codes(redrawn.retired())));
    }

    private static String codes(List<DivisionCode> cells) {
        return cells.stream().map(DivisionCode::value).collect(Collectors.joining(" "));
    }
}
