package org.linli.grid.drawing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.access.AccountId;
import org.linli.access.PostingId;
import org.linli.grid.team.CellWorkers;
import org.linli.notify.Notices;
import org.linli.notify.Notices.Notice;
import org.linli.notify.Notices.Recipient;
import org.linli.shared.DivisionCode;
import org.linli.shared.Ids;
import org.linli.shared.Names;
import org.linli.sync.PhoneNotices;
import org.springframework.stereotype.Component;

/** Tells the teams of cells that were drawn anew. */
@Component
class DrawingNotices {

    private final Notices notices;
    private final PhoneNotices phones;
    private final CellWorkers workers;

    DrawingNotices(Notices notices, PhoneNotices phones, CellWorkers workers) {
        this.notices = notices;
        this.phones = phones;
        this.workers = workers;
    }

    void tell(Drawing.Done done) {
        var team = Stream.concat(done.kept().stream(), done.created().stream())
                .flatMap(cell -> workers.of(cell).stream())
                .collect(Collectors.toMap(
                        CellWorkers.Worker::account, worker -> worker, (one, other) -> one, LinkedHashMap::new));
        if (team.isEmpty()) {
            return;
        }
        team.values()
                .forEach(worker -> phones.tell(
                        new AccountId(worker.account()),
                        "cells-redrawn",
                        Names.of(
                                "您负责的网格已调整，涉及 %d 户。".formatted(done.households()),
                                "Cells of yours were redrawn; %d households are concerned."
                                        .formatted(done.households())),
                        Optional.empty()));
        notices.send(new Notice(
                team.values().stream()
                        .<Recipient>map(worker -> new Recipient.ToPosting(new PostingId(worker.posting())))
                        .toList(),
                "notice.grid.redrawn",
                Map.of("cells", names(done), "households", Integer.toString(done.households())),
                "grid:redrawn:" + Ids.next(),
                "/grid/map",
                false));
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
