package org.linli.counter.hall;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.privacy.FieldCipher;
import org.linli.privacy.Masking;

/** A visit for staff; the name is masked. */
record VisitView(
        UUID id,
        String station,
        String ticket,
        VisitState state,
        boolean priority,
        @Nullable Integer onlyWindow,
        Way way,
        List<String> items,
        @Nullable String maskedName,
        @Nullable Integer window,
        @Nullable String clerk,
        Instant checkedInAt,
        @Nullable Instant calledAt,
        @Nullable Instant arrivedAt,
        @Nullable Instant finishedAt,
        int calls,
        int missed,
        int revision) {

    static VisitView of(Visit visit, FieldCipher cipher) {
        var name = visit.nameSealed();
        return new VisitView(
                visit.id(),
                visit.station(),
                visit.ticket(),
                visit.state(),
                visit.isPriority(),
                visit.onlyWindow(),
                visit.way(),
                visit.items(),
                name == null ? null : Masking.name(cipher.open(CheckingIn.NAME, name)),
                visit.windowNumber(),
                visit.clerk(),
                visit.checkedInAt(),
                visit.calledAt(),
                visit.arrivedAt(),
                visit.finishedAt(),
                visit.calls(),
                visit.missed(),
                visit.revision());
    }
}
