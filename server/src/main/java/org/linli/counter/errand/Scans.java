package org.linli.counter.errand;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.linli.access.Acting;
import org.linli.files.Attachments;
import org.linli.files.FileId;
import org.linli.files.Retention;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Component;

/** Puts uploaded photos and scans to an errand; from then on they are read by whoever may see its applicant's data. */
@Component
class Scans {

    private static final int VOID_DAYS = 30;

    private final ScanRows rows;
    private final Attachments attachments;
    private final Clock clock;

    Scans(ScanRows rows, Attachments attachments, Clock clock) {
        this.rows = rows;
        this.attachments = attachments;
        this.clock = clock;
    }

    /** @param field where the caller's form names the files, for the refusal of one that is not there */
    void attach(Acting by, ErrandId errand, Optional<String> material, List<FileId> files, String field) {
        for (var file : files) {
            if (rows.has(errand, file.value())) {
                // The same request once more: it was put there the first time.
                continue;
            }
            var stored = attachments.find(file).orElseThrow(() -> Refusal.ofField(field, ErrandReason.UNKNOWN_FILE));
            attachments.assign(by, file, ErrandFiles.KIND + ":" + errand.value());
            rows.add(errand, material, stored, clock.instant(), by.name());
        }
    }

    /** Whatever it shows belongs to somebody else, or to nobody: it is kept only long enough to see a mistake. */
    void makeVoid(Acting by, ErrandId errand, FileId file, String why) {
        if (!rows.makeVoid(errand, file.value(), why, clock.instant(), by.name())) {
            throw Refusal.ofField("file", ErrandReason.UNKNOWN_FILE);
        }
        attachments.keep(file, Retention.days("voided", VOID_DAYS, LocalDate.now(clock)));
    }
}
