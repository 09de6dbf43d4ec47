package org.linli.sync.review;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.UUID;
import org.linli.shared.Ids;
import org.linli.sync.Reviews;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens reviews and lets later edits of the same unit join them. */
@Service
public class StoredReviews implements Reviews {

    private final ConflictRows rows;
    private final ConflictQueries queries;
    private final Clock clock;

    StoredReviews(ConflictRows rows, ConflictQueries queries, Clock clock) {
        this.rows = rows;
        this.queries = queries;
        this.clock = clock;
    }

    @Override
    @Transactional
    public UUID open(Question question, Proposal proposal) {
        var now = clock.instant();
        var id = rows.open(question.type(), question.entity(), question.unit(), question.kind())
                .map(open -> joined(open, question))
                .orElseGet(() -> {
                    var fresh = Ids.next();
                    rows.add(fresh, question, now);
                    return fresh;
                });
        rows.propose(id, question, proposal, now);
        return id;
    }

    /** Merge units of a record about which a person has still to decide. */
    public Set<String> openUnits(String type, UUID entity) {
        return rows.openUnits(type, entity);
    }

    private UUID joined(UUID id, Question question) {
        var open = queries.find(id).orElseThrow();
        var base = new LinkedHashMap<>(question.base());
        base.putAll(open.base());
        var proposed = new LinkedHashMap<>(open.proposed());
        proposed.putAll(question.proposed());
        rows.join(open, base, proposed);
        return id;
    }
}
