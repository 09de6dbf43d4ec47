package org.linli.casework.running;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.shared.Names;

/** The case page: whose turn it is, the clocks, what happened, and what this posting may do. */
record CaseView(
        UUID id,
        String number,
        Names title,
        String procedure,
        int version,
        Names procedureNames,
        String subjectKind,
        String subjectId,
        String area,
        Names areaNames,
        String state,
        Names stateNames,
        String turn,
        String unit,
        Names unitNames,
        boolean held,
        boolean mine,
        @Nullable String holder,
        @Nullable String hold,
        @Nullable Names holdNames,
        int revision,
        Instant openedAt,
        @Nullable Instant endedAt,
        List<CaseClockView> clocks,
        List<CasePauseView> pauses,
        List<CaseEntryView> timeline,
        List<CaseActionView> actions,
        List<CaseSectionView> sections,
        @Nullable CaseSupplementView supplement,
        @Nullable CaseExtensionView extension,
        List<RelatedCaseView> related,
        List<SupervisionOrderView> orders,
        Map<String, Object> facts) {

    /** One clock. {@code left} counts in the term's unit, office hours in minutes; negative when overdue. */
    record CaseClockView(
            String kind,
            int amount,
            String unit,
            long left,
            String colour,
            Instant startedAt,
            Instant due,
            @Nullable Integer assumedYear,
            @Nullable Instant pausedAt,
            @Nullable String reason,
            @Nullable Instant stoppedAt) {}

    record CasePauseView(Instant from, @Nullable Instant to, String reason) {}

    /** {@code dueBefore} and {@code dueAfter} are there when a change of the calendar moved the end of the term. */
    record CaseEntryView(
            int seq,
            Instant at,
            String actor,
            String role,
            Names unitNames,
            @Nullable Names homeUnitNames,
            String actingFor,
            String action,
            Names actionNames,
            @Nullable Names stateNames,
            String note,
            @Nullable String decision,
            @Nullable String reason,
            @Nullable Instant dueBefore,
            @Nullable Instant dueAfter,
            List<String> files) {}

    /** An action this posting may take now, with what it must bring along. */
    /** What may be done now; {@code primary} is what usually comes next, at most one. */
    record CaseActionView(
            String code, Names names, boolean builtIn, boolean primary, boolean ends, List<CaseInputView> inputs) {}

    /** {@code kind}: NOTE, CHOICE, DATE, NUMBER, UNIT, UNITS, POSTING, FILES, ITEMS, POSITION or TEXT. */
    record CaseInputView(String name, Names names, String kind, boolean required, List<CaseChoiceView> choices) {}

    record CaseChoiceView(String value, Names names) {}

    record CaseSectionView(String code, Names names) {}

    record CaseSupplementView(
            List<String> items,
            Instant askedAt,
            LocalDate answerBy,
            @Nullable Instant broughtAt) {}

    record CaseExtensionView(
            int amount,
            String unit,
            Instant askedAt,
            @Nullable Instant decidedAt,
            @Nullable Boolean granted) {}

    /** {@code relation}: PARENT, CHILD, MAIN, JOINED, SPLIT_FROM or PART. */
    record RelatedCaseView(
            UUID id,
            String number,
            Names title,
            String relation,
            @Nullable String part,
            Names stateNames,
            Names unitNames,
            boolean ended) {}

    record SupervisionOrderView(
            String colour,
            String orderer,
            Instant orderedAt,
            Instant answerBy,
            @Nullable Instant answeredAt,
            @Nullable Instant closedAt) {}
}
