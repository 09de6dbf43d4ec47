package org.linli.wearables.quarantine;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.shared.DivisionCode;
import org.linli.wearables.WearablesWords;
import org.linli.wearables.line.Fault;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What could not be read, for whoever sees that all devices are well. */
@RestController
@RequestMapping("/api/wearables/quarantine")
class QuarantineController {

    private final QuarantineRows rows;
    private final AuditTrail audit;

    QuarantineController(QuarantineRows rows, AuditTrail audit) {
        this.rows = rows;
        this.audit = audit;
    }

    /**
     * What is wrong in one way with what one protocol's devices sent in the last week.
     *
     * @param count how many samples; there is one a minute and connection at most
     * @param start first bytes of the latest, in hexadecimal; only for whoever keeps devices, because they may tell of somebody
     */
    record QuarantineLineView(
            String protocol,
            Fault reason,
            long count,
            Instant firstAt,
            Instant lastAt,
            @Nullable String start) {}

    /** The samples are of devices that nobody may have registered, so they belong to no area below the district. */
    @GetMapping
    @Transactional
    public List<QuarantineLineView> listQuarantine(Acting by) {
        by.require(WearablesWords.READ_DEVICES, by.area().upTo(DivisionCode.Level.DISTRICT));
        var groups = rows.groups();
        var opens = by.may(WearablesWords.KEEP_DEVICES) && !groups.isEmpty();
        if (opens) {
            audit.note(by, "wearables.quarantine.read", "quarantine:start", Map.of());
        }
        return groups.stream().map(group -> view(group, opens)).toList();
    }

    private QuarantineLineView view(QuarantineRows.Group group, boolean opens) {
        return new QuarantineLineView(
                group.protocol(),
                group.reason(),
                group.count(),
                group.firstAt(),
                group.lastAt(),
                opens ? HexFormat.of().formatHex(rows.open(group)) : null);
    }
}
