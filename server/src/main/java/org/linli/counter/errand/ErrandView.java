package org.linli.counter.errand;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.shared.Names;

/** An errand as the desk shows it; personal values are masked. */
record ErrandView(
        UUID id,
        UUID caseId,
        String caseNumber,
        int revision,
        StateView state,
        @Nullable Instant due,
        boolean ended,
        String item,
        int itemVersion,
        Names itemNames,
        String kind,
        String station,
        String area,
        @Nullable Integer window,
        @Nullable UUID visit,
        String maskedName,
        String maskedDocument,
        @Nullable String maskedPhone,
        @Nullable String maskedAddress,
        @Nullable String organisation,
        @Nullable String agent,
        List<MaterialView> materials,
        @Nullable LocalDate followUntil,
        @Nullable SupplementView supplement,
        List<PaperView> papers,
        @Nullable DepartmentView department,
        Instant acceptedAt,
        @Nullable Instant finishedAt,
        List<StepView> steps,
        List<PauseView> pauses) {

    /** Where the case stands, in words. */
    record StateView(String code, Names names, String kind, String turn, String clock) {}

    /** How one material was met. */
    record MaterialView(
            String code,
            Names names,
            MaterialState state,
            boolean outstanding,
            List<ScanView> files,
            @Nullable Instant settledAt,
            @Nullable PromiseView promise) {}

    /** A photo or scan. */
    record ScanView(UUID id, String name, String type, long bytes, Instant addedAt, String addedBy) {}

    /** A fact promised in place of a proof: by when it is verified, and what came of it (TRUE or UNTRUE). */
    record PromiseView(LocalDate due, @Nullable String outcome) {}

    /** What was to be corrected. */
    record SupplementView(
            List<String> items,
            List<WrongMaterialView> materials,
            List<ScanView> files,
            Instant askedAt,
            LocalDate answerBy,
            @Nullable Instant metAt) {}

    /** A material that is to be corrected, and what is wrong with it. */
    record WrongMaterialView(
            String code,
            MaterialFault fault,
            String words,
            @Nullable Instant metAt) {}

    /** A paper that was given out. */
    record PaperView(
            UUID id,
            String kind,
            Names title,
            String number,
            Instant issuedAt,
            @Nullable Instant withdrawnAt) {}

    /** Where the department has it. */
    record DepartmentView(
            String line,
            Names names,
            String state,
            @Nullable String departmentNumber,
            @Nullable String result) {}

    /** One step of its way. */
    record StepView(int seq, Instant at, String action, Names names, String from, String to) {}

    /** A time that did not count. */
    record PauseView(Instant from, @Nullable Instant to, String reason) {}
}
