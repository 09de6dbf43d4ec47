package org.linli.sync.push;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.sync.contributions.Change;
import tools.jackson.databind.JsonNode;

/**
 * One change from a phone that has been read (手机上报).
 *
 * @param hash SHA-256 of its content without number and clock offset
 * @param form what it says; absent when it cannot be read
 * @param raw as it came
 */
record Mutation(UUID id, long seq, byte[] hash, Optional<MutationForm> form, JsonNode raw) {

    /** No phone keeps a change longer than this. */
    private static final Duration BELIEVED = Duration.ofDays(400);

    String type() {
        return form.map(MutationForm::type).orElse("");
    }

    UUID entity() {
        return form.map(MutationForm::entity).orElse(id);
    }

    String op() {
        return form.map(one -> one.op().name()).orElse("");
    }

    String scope() {
        return form.map(MutationForm::scope).orElse("");
    }

    long clockOffset() {
        return form.map(MutationForm::clockOffset).orElse(0L);
    }

    boolean skewed(long most) {
        return clockOffset() > most || clockOffset() < -most;
    }

    /** When it was done as far as one can tell: never later than it arrived, and of a wrong clock nothing is believed. */
    Instant occurredAt(Instant arrived, long mostSkew) {
        if (skewed(mostSkew)) {
            return arrived;
        }
        return form.map(MutationForm::occurredAt)
                .filter(said -> said.isAfter(arrived.minus(BELIEVED)) && said.isBefore(arrived.plus(BELIEVED)))
                .map(said -> said.plusMillis(clockOffset()))
                .filter(arrived::isAfter)
                .orElse(arrived);
    }

    List<Change.Attachment> attachments() {
        return form.map(MutationForm::attachments).orElse(List.of()).stream()
                .map(one -> new Change.Attachment(one.id(), one.sha256()))
                .toList();
    }

    Optional<Change.Evidence> evidence() {
        return form.map(MutationForm::evidence).map(one -> new Change.Evidence(one.lon(), one.lat(), one.accuracy()));
    }

    /** As its collection is told; of a patch without values yet. */
    Change change(UUID device, Instant occurred) {
        var said = form.orElseThrow();
        Map<String, @Nullable Object> base = new LinkedHashMap<>();
        patch().forEach((field, change) -> base.put(field, change.base()));
        return new Change(
                id,
                said.entity(),
                said.scope(),
                Optional.of(device),
                orEmpty(said.values()),
                base,
                said.command() == null ? "" : said.command(),
                orEmpty(said.arguments()),
                attachments(),
                occurred,
                evidence());
    }

    Map<String, MutationForm.FieldChange> patch() {
        return form.map(MutationForm::patch).orElse(Map.of());
    }

    private static Map<String, @Nullable Object> orEmpty(@Nullable Map<String, @Nullable Object> map) {
        return map == null ? Map.of() : map;
    }
}
