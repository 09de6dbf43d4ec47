package org.linli.rights.retention;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.rights.retention.RetentionRows.Run;
import org.linli.rights.retention.RetentionRows.Standing;
import org.linli.rights.retention.RetentionRows.Way;
import org.linli.shared.Names;
import org.linli.shared.RetentionRule;
import org.linli.shared.RetentionRule.Treatment;

/**
 * The retention report.
 *
 * @param nextRun when the rules that bind run next
 */
record RetentionView(List<RuleView> rules, List<RunView> runs, Instant nextRun) {

    /** A rule and whether it binds. */
    record RuleView(
            String key,
            Names data,
            Names basis,
            Names term,
            Treatment treatment,
            boolean active,
            @Nullable Instant switchedAt,
            @Nullable String switchedBy,
            @Nullable Instant rehearsedAt,
            @Nullable Long rehearsedDue) {

        static RuleView of(RetentionRule rule, Standing standing) {
            return new RuleView(
                    rule.key(),
                    rule.data(),
                    rule.basis(),
                    rule.term(),
                    rule.treatment(),
                    standing.active(),
                    standing.switchedAt().orElse(null),
                    standing.switchedBy().orElse(null),
                    standing.rehearsedAt().orElse(null),
                    standing.rehearsedDue().orElse(null));
        }
    }

    /** What a run came to. */
    record RunView(
            UUID id,
            String rule,
            Way way,
            String startedBy,
            Instant begunAt,
            @Nullable Instant endedAt,
            long due,
            long looked,
            long emptied,
            long blocked,
            boolean failed) {

        static RunView of(Run run) {
            return new RunView(
                    run.id(),
                    run.rule(),
                    run.way(),
                    run.startedBy(),
                    run.begunAt(),
                    run.endedAt().orElse(null),
                    run.due(),
                    run.looked(),
                    run.emptied(),
                    run.blocked(),
                    run.failure().isPresent());
        }
    }
}
