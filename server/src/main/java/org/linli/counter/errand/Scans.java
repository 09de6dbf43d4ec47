package org.linli.counter.errand;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.linli.access.Acting;
import org.linli.files.Attachments;
import org.linli.files.FileId;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Component;

/** Puts uploaded photos and scans to an errand; from then on they are read by whoever may see its applicant's data. */
@Component
class Scans {

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
}
