package org.linli.counter.hall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.PostingId;
import org.linli.area.UnitCode;

/** Visit (到访): one person's way from check-in to the end at the window. */
record Visit(
        UUID id,
        String station,
        LocalDate day,
        String ticket,
        VisitState state,
        int rank,
        @Nullable Integer onlyWindow,
        Way way,
        List<String> items,
        @Nullable String nameSealed,
        byte @Nullable [] idIndex,
        @Nullable Integer windowNumber,
        @Nullable UUID posting,
        @Nullable String clerk,
        Instant checkedInAt,
        @Nullable Instant calledAt,
        @Nullable Instant arrivedAt,
        @Nullable Instant finishedAt,
        int calls,
        int missed,
        int revision,
        @Nullable String lastKey) {

    boolean isAtWindow() {
        return state == VisitState.CALLED || state == VisitState.SERVING;
    }

    boolean isPriority() {
        return rank == 0;
    }

    boolean isServedBy(PostingId by) {
        return isAtWindow() && by.value().equals(posting);
    }

    Serving serving() {
        if (windowNumber == null || posting == null || calledAt == null) {
            throw new IllegalStateException("visit " + id + " is at no window");
        }
        return new Serving(
                new VisitId(id),
                revision,
                ticket,
                UnitCode.of(station),
                windowNumber,
                new PostingId(posting),
                items,
                calledAt,
                Optional.ofNullable(arrivedAt),
                Optional.ofNullable(idIndex));
    }
}
