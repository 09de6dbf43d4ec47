package org.linli.grid.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.grid.catalogue.Level;
import org.linli.grid.event.Event.Grade;
import org.linli.grid.event.Event.Rank;
import org.linli.grid.event.Event.Source;
import org.linli.grid.event.Event.Verdict;
import org.linli.grid.event.Photo.Stage;
import org.linli.shared.Names;

/**
 * The page of an event.
 *
 * @param checks verifications, each with the photos that were compared
 * @param joined reports that are handled with it
 * @param near open events nearby that may be the same
 * @param usualUnit who usually handles the category here
 * @param workers who works in the cell, for handing it to somebody
 */
record EventView(
        EventRowView row,
        String description,
        String place,
        @Nullable Double accuracy,
        Source source,
        @Nullable Instant occurredAt,
        @Nullable UUID reopens,
        Rank rank,
        int revision,
        UUID caseId,
        String handler,
        @Nullable Instant handledAt,
        int reworks,
        @Nullable Verdict verdict,
        String remaining,
        @Nullable Instant verifiedAt,
        @Nullable Boolean inTime,
        @Nullable Grade grade,
        boolean suspensionAsked,
        @Nullable String extension,
        boolean photosNeeded,
        List<EventPhotoView> photos,
        List<EventCheckView> checks,
        List<EventEntryView> timeline,
        List<EventActionView> actions,
        List<EventRowView> joined,
        List<EventRowView> near,
        @Nullable String usualUnit,
        @Nullable Names usualUnitNames,
        List<EventWorkerView> workers) {

    /** An event in a list. */
    record EventRowView(
            UUID id,
            String number,
            String category,
            Names categoryNames,
            Level level,
            String state,
            Names stateNames,
            String turn,
            String unit,
            Names unitNames,
            String cell,
            Names communityNames,
            @Nullable Double lon,
            @Nullable Double lat,
            @Nullable Instant due,
            boolean overdue,
            Instant reportedAt,
            @Nullable Instant endedAt,
            String reporter,
            boolean mine,
            boolean held,
            @Nullable String hold,
            @Nullable String supervision,
            boolean onTheSpot,
            @Nullable UUID joinedInto) {}

    /** {@code arrived} is false while a photo is still on the phone that took it. */
    record EventPhotoView(UUID id, Stage stage, boolean arrived) {}

    record EventCheckView(
            int number,
            Instant at,
            String by,
            Verdict verdict,
            List<UUID> before,
            List<UUID> after,
            String remaining) {}

    record EventEntryView(
            int seq,
            Instant at,
            String by,
            String role,
            Names unitNames,
            String action,
            Names actionNames,
            @Nullable Names stateNames,
            String note,
            @Nullable String decision) {}

    /** {@code primary} is what usually comes next. */
    record EventActionView(String code, Names names, boolean builtIn, boolean primary) {}

    record EventWorkerView(UUID posting, String name, String role, boolean chief) {}
}
