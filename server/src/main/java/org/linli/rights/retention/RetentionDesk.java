package org.linli.rights.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.rights.RightsReason;
import org.linli.rights.RightsWords;
import org.linli.rights.retention.RetentionRows.Standing;
import org.linli.rights.retention.RetentionRows.Way;
import org.linli.rights.retention.RetentionView.RuleView;
import org.linli.rights.retention.RetentionView.RunView;
import org.linli.shared.Refusal;
import org.linli.shared.RetentionRule;
import org.linli.shared.RetentionRule.Treatment;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The retention report, and the switches of the rules. */
@Service
class RetentionDesk {

    /** When the night's run begins. */
    static final LocalTime NIGHT = LocalTime.of(3, 30);

    private final List<RetentionRule> rules;
    private final RetentionRows rows;
    private final RunningRules running;
    private final AuditTrail audit;
    private final Clock clock;

    RetentionDesk(List<RetentionRule> rules, RetentionRows rows, RunningRules running, AuditTrail audit, Clock clock) {
        this.rules =
                rules.stream().sorted(Comparator.comparing(RetentionRule::key)).toList();
        this.rows = rows;
        this.running = running;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    RetentionView report(Acting by) {
        by.require(RightsWords.READ_RETENTION);
        var standings = rows.standings();
        var runs = rows.latest();
        return new RetentionView(
                rules.stream()
                        .map(rule -> RuleView.of(rule, standings.getOrDefault(rule.key(), Standing.OFF)))
                        .toList(),
                runs.stream().map(RunView::of).toList(),
                nextNight());
    }

    RunView rehearse(Acting by, String key) {
        by.require(RightsWords.RUN_RETENTION);
        return RunView.of(running.rehearse(rule(key), by));
    }

    /** Only what was rehearsed is switched on: somebody has seen how much it will take. */
    @Transactional
    void switchTo(Acting by, String key, boolean active, String reason) {
        by.require(RightsWords.RUN_RETENTION);
        var rule = rule(key);
        if (reason.isBlank()) {
            throw Refusal.ofField("reason", RightsReason.SWITCH_REASON_MISSING);
        }
        if (rule.treatment() == Treatment.KEEP) {
            throw Refusal.because(RightsReason.RULE_ONLY_KEEPS);
        }
        if (active && standing(key).rehearsedAt().isEmpty()) {
            throw Refusal.because(RightsReason.NOT_REHEARSED);
        }
        rows.switchTo(key, active, reason.strip(), by.name(), clock.instant());
        audit.note(by, "rights.retention.switch", "retention-rule:" + key, Map.of("active", Boolean.toString(active)));
    }

    RunView run(Acting by, String key) {
        by.require(RightsWords.RUN_RETENTION);
        var rule = rule(key);
        if (!standing(key).active()) {
            throw Refusal.because(RightsReason.RULE_IS_OFF);
        }
        return RunView.of(running.run(rule, Way.BY_HAND, by));
    }

    private Instant nextNight() {
        var now = ZonedDateTime.now(clock);
        var today = now.with(NIGHT);
        return (today.isAfter(now) ? today : today.plusDays(1)).toInstant();
    }

    private Standing standing(String key) {
        return rows.standings().getOrDefault(key, Standing.OFF);
    }

    private RetentionRule rule(String key) {
        return rules.stream()
                .filter(rule -> rule.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Refusal.because(RightsReason.UNKNOWN_RULE));
    }
}
