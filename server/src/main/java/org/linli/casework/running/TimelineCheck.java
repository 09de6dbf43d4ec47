package org.linli.casework.running;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.linli.casework.CaseId;
import org.springframework.stereotype.Component;

/** Checks that timelines are whole: every entry continues the one before it, and the last one is where the case stands. */
@Component
class TimelineCheck {

    private static final int BATCH = 500;

    private final CaseRows cases;
    private final TimelineRows timeline;
    private final Sealing sealing;

    TimelineCheck(CaseRows cases, TimelineRows timeline, Sealing sealing) {
        this.cases = cases;
        this.timeline = timeline;
        this.sealing = sealing;
    }

    /** What was found wrong with a case, in words for the person who looks into it. */
    record Finding(CaseId id, String what) {}

    /** What a walk over all cases came to. */
    record Report(long cases, List<Finding> findings) {}

    Report all() {
        var findings = new ArrayList<Finding>();
        var count = 0L;
        var after = new UUID(0, 0);
        for (var batch = timeline.casesAfter(after, BATCH);
                !batch.isEmpty();
                batch = timeline.casesAfter(after, BATCH)) {
            batch.forEach(id -> findings.addAll(of(id)));
            count += batch.size();
            after = batch.getLast().value();
        }
        return new Report(count, findings);
    }

    List<Finding> of(CaseId id) {
        var findings = new ArrayList<Finding>();
        var previous = new byte[0];
        var expected = 1;
        var entries = timeline.of(id);
        for (var entry : entries) {
            if (entry.seq() != expected) {
                findings.add(new Finding(id, "entry " + expected + " is missing"));
            }
            if (!follows(entry, previous)) {
                findings.add(
                        new Finding(id, "entry " + entry.seq() + " was altered, or does not follow the one before"));
            }
            previous = entry.hash();
            expected = entry.seq() + 1;
        }
        var file = cases.find(id).orElseThrow();
        var last = entries.isEmpty() ? null : entries.getLast();
        if (last == null
                || file.now().revision() != last.seq()
                || !Arrays.equals(file.now().hash(), last.hash())) {
            findings.add(new Finding(id, "the newest entry is missing"));
        } else if (!stands(file, last)) {
            findings.add(new Finding(id, "the case does not stand where its timeline ends"));
        }
        return findings;
    }

    private boolean follows(TimelineEntry entry, byte[] previous) {
        try {
            return Arrays.equals(entry.hash(), sealing.hash(entry, previous));
        } catch (IllegalStateException altered) {
            // a sealed field that does not open any more
            return false;
        }
    }

    private static boolean stands(CaseFile file, TimelineEntry last) {
        var now = file.now();
        return now.state().equals(last.to())
                && now.unit().value().equals(last.unit())
                && java.util.Objects.equals(now.assignee(), last.assignee())
                && now.hold() == last.hold()
                && now.due().equals(last.due());
    }
}
