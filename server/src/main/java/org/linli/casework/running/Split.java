package org.linli.casework.running;

import java.util.List;
import java.util.Optional;
import org.linli.access.Acting;
import org.linli.casework.OpenCase;
import org.linli.casework.procedure.Procedure;
import org.linli.shared.Names;
import org.springframework.stereotype.Component;

/** Split (拆分): a part of the matter becomes a case of its own, under the same procedure and with the same terms. */
@Component
class Split implements BuiltIn {

    private final Opening opening;
    private final LinkRows rows;

    Split(Opening opening, LinkRows rows) {
        this.opening = opening;
        this.rows = rows;
    }

    @Override
    public String code() {
        return "split";
    }

    @Override
    public List<String> needs() {
        return List.of("title", Inputs.NOTE);
    }

    @Override
    public boolean offers(Acting by, CaseFile file, Procedure procedure) {
        return file.now().hold() == null
                && file.parent() == null
                && procedure.openers().contains(by.role())
                && Standings.inCharge(by, file);
    }

    @Override
    public void work(Draft draft) {
        Inputs.note(draft);
        var title = Inputs.some(draft, "title").toString().strip();
        if (title.length() > 120) {
            throw Inputs.malformed("title");
        }
        draft.then(next -> {
            var part = opening.open(draft.by, request(draft, title));
            rows.split(part.id(), next.id());
        });
    }

    private static OpenCase request(Draft draft, String title) {
        var file = draft.file;
        return new OpenCase(
                file.procedure(),
                Names.of(title, title),
                file.subject(),
                file.area(),
                file.now().unit(),
                Optional.empty(),
                file.facts(),
                Optional.of(file.terms()),
                Optional.empty(),
                draft.command.requestKey() + ":split");
    }
}
