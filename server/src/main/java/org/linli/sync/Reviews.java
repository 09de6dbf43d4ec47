package org.linli.sync;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.AccountId;

/**
 * Reviews (核对): merge units that wait for a person. Sync opens them when two people changed the same; a module above may
 * open one of its own, and hears {@link ReviewOverdue} when one has waited too long.
 */
public interface Reviews {

    /** Why a person must decide. */
    enum Kind {
        /** Two people changed the same field. */
        FIELD,
        /** What a phone wanted to add is recorded already. */
        DUPLICATE,
        /** The record was closed before the change arrived. */
        EDIT_AFTER_CLOSE,
        /** Made by somebody who had not held the scope for more than a week. */
        OUT_OF_SCOPE,
        /** A rule of the owning module asks for a person. */
        VALIDATION
    }

    /**
     * What is to be decided about one unit of one record.
     *
     * @param scope on whose phones it is shown
     * @param area division of the desk that decides
     * @param unit merge unit, or another word of the owning module
     * @param existing the record that is there, for duplicates
     * @param base what the author had known; server what stands; proposed what the author wants
     */
    record Question(
            String scope,
            String area,
            String type,
            UUID entity,
            String unit,
            Kind kind,
            Optional<UUID> existing,
            Map<String, @Nullable Object> base,
            Map<String, @Nullable Object> server,
            Map<String, @Nullable Object> proposed) {}

    /** Who proposes it, with which change, and when it was done. */
    record Proposal(UUID mutation, AccountId account, String author, Optional<UUID> device, Instant occurredAt) {}

    /** Opens a review in the caller's transaction, or joins the open one of the same unit; answers with its identifier. */
    UUID open(Question question, Proposal proposal);
}
