package org.linli.grid.drawing;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.linli.access.PostingId;
import org.linli.grid.team.CellWorkers;
import org.linli.notify.Notices;
import org.linli.notify.Notices.Notice;
import org.linli.notify.Notices.Recipient;
import org.linli.shared.DivisionCode;
import org.linli.shared.Ids;
import org.springframework.stereotype.Component;

/** Tells the teams of cells that were drawn anew. */
@Component
class DrawingNotices {

    private final Notices notices;
    private final CellWorkers workers;

    DrawingNotices(Notices notices, CellWorkers workers) {
        this.notices = notices;
        this.workers = workers;
    }

    void tell(Drawing.Done done) {
        var to = Stream.concat(done.kept().stream(), done.created().stream())
                .flatMap(cell -> workers.of(cell).stream())
                .map(worker -> new PostingId(worker.posting()))
                .distinct()
                .<Recipient>map(Recipient.ToPosting::new)
                .toList();
        if (!to.isEmpty()) {
            notices.send(new Notice(
                    to,
                    "notice.grid.redrawn",
                    Map.of(
                            "cells", names(done),
                            "households", Integer.toString(done.households())),
                    "grid:redrawn:" + Ids.next(),
                    "/grid/map",
                    false));
        }
    }

    private static String names(Drawing.Done done) {
        return Stream.of(done.kept(), done.created(), done.retired())
                .flatMap(List::stream)
                .map(DivisionCode::value)
                .distinct()
                .reduce((one, other) -> one + " " + other)
                .orElse("");
    }
}
