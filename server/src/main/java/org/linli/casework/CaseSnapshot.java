package org.linli.casework;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.linli.access.PostingId;
import org.linli.area.UnitCode;
import org.linli.shared.DivisionCode;
import org.linli.shared.Names;

/** A case as it stands, for the module that opened it; screens read the richer views of {@code casework.web}. */
public record CaseSnapshot(
        CaseId id,
        String number,
        String procedure,
        int procedureVersion,
        Names title,
        CaseSubject subject,
        DivisionCode area,
        UnitCode unit,
        Optional<PostingId> assignee,
        String state,
        boolean ended,
        int revision,
        Map<String, Object> facts,
        Instant openedAt,
        Optional<Instant> due,
        Optional<Instant> endedAt) {}
