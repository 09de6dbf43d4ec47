package org.linli.casework.running;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.linli.access.ledger.HashedBook;
import org.linli.casework.CaseId;
import org.springframework.stereotype.Component;

/**
 * Checks that timelines are whole: every entry continues the one before it, the last one is where the case stands, and
 * every case that was opened is still there.
 */
@Component
class TimelineCheck implements HashedBook {

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
    record Finding(CaseId id, String what) {

        @Override
        public String toString() {
            return "case " + id.value() + ": " + what;
        }
    }

    @Override
    public Report verify() {
        var findings = new ArrayList<Finding>();
        var count = 0L;
        var after = new UUID(0, 0);
        for (var batch = timeline.casesAfter(after, BATCH);
                !batch.isEmpty();
                batch = timeline.casesAfter(after, BATCH)) {
            findings.addAll(of(batch));
            count += batch.size();
            after = batch.getLast();
        }
        timeline.goneCases()
                .forEach(gone -> findings.add(
                        new Finding(gone.id(), "case " + gone.number() + " was removed with its timeline")));
        return new Report(
                "timelines", count, findings.stream().map(Finding::toString).toList());
    }

    List<Finding> of(CaseId id) {
        return of(List.of(id.value()));
    }

    private List<Finding> of(List<UUID> ids) {
        var entries = timeline.ofAll(ids);
        var findings = new ArrayList<Finding>();
        cases.findAll(ids)
                .forEach(file ->
                        findings.addAll(of(file, entries.getOrDefault(file.id().value(), List.of()))));
        return findings;
    }

    private List<Finding> of(CaseFile file, List<TimelineEntry> entries) {
        var id = file.id();
        var findings = new ArrayList<Finding>();
        var previous = new byte[0];
        var expected = 1;
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
