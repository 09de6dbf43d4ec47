package org.linli.casework.running;

import org.linli.shared.Command;
import org.springframework.stereotype.Component;

/** Walks every timeline and prints what was altered or removed. */
@Component
class TimelineVerifyCommand implements Command {

    private static final int SHOWN = 50;

    private final TimelineCheck check;

    TimelineVerifyCommand(TimelineCheck check) {
        this.check = check;
    }

    @Override
    public String name() {
        return "timeline-verify";
    }

    @Override
    @SuppressWarnings("SystemOut")
    public int run() {
        var report = check.all();
        System.out.printf(
                "timelines: %d cases checked, %d findings%n",
                report.cases(), report.findings().size());
        report.findings().stream()
                .limit(SHOWN)
                .forEach(finding -> System.out.println("  case " + finding.id().value() + ": " + finding.what()));
        return report.findings().isEmpty() ? 0 : 1;
    }
}
