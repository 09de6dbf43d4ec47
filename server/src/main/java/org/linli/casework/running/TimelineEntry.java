package org.linli.casework.running;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.casework.CaseId;

/**
 * One entry of a case's timeline as stored (办理过程).
 *
 * @param note sealed
 * @param actingFor sealed
 * @param input JSON text
 */
record TimelineEntry(
        CaseId id,
        int seq,
        Instant at,
        UUID posting,
        UUID account,
        String actor,
        String role,
        String actorUnit,
        @Nullable String homeUnit,
        @Nullable String actingFor,
        String action,
        String from,
        String to,
        String unit,
        @Nullable UUID assignee,
        @Nullable Hold hold,
        @Nullable String note,
        String input,
        Instant due,
        String requestKey,
        byte[] hash) {

    TimelineEntry closed(byte[] with) {
        return new TimelineEntry(
                id,
                seq,
                at,
                posting,
                account,
                actor,
                role,
                actorUnit,
                homeUnit,
                actingFor,
                action,
                from,
                to,
                unit,
                assignee,
                hold,
                note,
                input,
                due,
                requestKey,
                with);
    }

    /**
     * What its hash closes: the previous hash and everything the entry says; lengths keep neighbouring fields apart.
     *
     * @param plainActingFor, plainNote the sealed fields opened, so that the hash still fits when they are sealed anew
     */
    byte[] contentAfter(byte[] previous, @Nullable String plainActingFor, @Nullable String plainNote) {
        var text = new StringBuilder(512);
        for (var field : new Object[] {
            id.value(),
            seq,
            at.getEpochSecond() + "." + at.getNano() / 1000,
            posting,
            account,
            actor,
            role,
            actorUnit,
            homeUnit,
            plainActingFor,
            action,
            from,
            to,
            unit,
            assignee,
            hold,
            plainNote,
            input,
            due,
            requestKey
        }) {
            var word = field == null ? "" : field.toString();
            text.append(word.length()).append(field == null ? '-' : ':').append(word);
        }
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        var content = Arrays.copyOf(previous, previous.length + bytes.length);
        System.arraycopy(bytes, 0, content, previous.length, bytes.length);
        return content;
    }
}
