package org.linli.casework.running;

import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import org.linli.access.Acting;
import org.linli.casework.ActOnCase;
import org.linli.casework.CaseId;
import org.linli.casework.procedure.Procedures;
import org.linli.shared.Ids;
import org.springframework.stereotype.Component;

/** Timeline entries that the house itself makes because of what happened elsewhere. */
@Component
class HouseEntries {

    private static final Acting HOUSE = Acting.system("casework");

    private final CaseRows rows;
    private final Procedures procedures;
    private final TimelineWriter writer;
    private final Clock clock;

    HouseEntries(CaseRows rows, Procedures procedures, TimelineWriter writer, Clock clock) {
        this.rows = rows;
        this.procedures = procedures;
        this.writer = writer;
        this.clock = clock;
    }

    /** Keeps others from moving a case until the transaction ends. */
    void lock(CaseId id) {
        rows.loadToChange(id).orElseThrow();
    }

    /** The case is locked first, so that nobody moves it between the look and the entry. */
    void add(CaseId id, String action, Map<String, Object> input, Consumer<Draft> work) {
        var file = rows.loadToChange(id).orElseThrow();
        if (!file.ended()) {
            add(file, action, "", input, work);
        }
    }

    /** The same for a case that is locked already. */
    void add(CaseFile file, String action, String note, Map<String, Object> input, Consumer<Draft> work) {
        var procedure = procedures.version(file.procedure(), file.version()).orElseThrow();
        var act = new ActOnCase(
                file.id(),
                file.now().revision(),
                action,
                note,
                input,
                Ids.next().toString());
        var draft = new Draft(file, procedure, HOUSE, act, clock.instant(), writer.calendars());
        work.accept(draft);
        writer.write(draft);
    }
}
