package org.linli.registry.importing;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.linli.access.AuditTrail;
import org.linli.area.Areas;
import org.linli.registry.sealing.Seals;
import org.linli.registry.sheet.BrokenSheet;
import org.linli.registry.sheet.SheetField;
import org.linli.registry.sheet.SheetFormat;
import org.linli.registry.sheet.SheetReading;
import org.linli.registry.sheet.SheetRow;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The dry run: reads every row, stages it and notes what is wrong; goes on where it was interrupted. */
@Component
class Checking {

    private final ImportRows rows;
    private final StagingRows staging;
    private final SheetOpening opening;
    private final List<SheetFindings> findings;
    private final Areas areas;
    private final Seals seals;
    private final ImportSettings settings;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Checking(
            ImportRows rows,
            StagingRows staging,
            SheetOpening opening,
            List<SheetFindings> findings,
            Areas areas,
            Seals seals,
            ImportSettings settings,
            AuditTrail audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.staging = staging;
        this.opening = opening;
        this.findings = List.copyOf(findings);
        this.areas = areas;
        this.seals = seals;
        this.settings = settings;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Checks to the end, unless it is cancelled, taken over or asked to stop; then what was staged stays. */
    void run(Sheet sheet, UUID claimer, BooleanSupplier goOn) {
        try {
            if (sheet.rowsStaged() || stage(sheet, claimer, goOn)) {
                compare(sheet.id());
            }
        } catch (BrokenSheet e) {
            refuse(sheet, e);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private boolean stage(Sheet sheet, UUID claimer, BooleanSupplier goOn) throws IOException {
        var check = check(sheet);
        var columns = Cells.columns(sheet.columns());
        var read = sheet.rowsRead();
        try (var reading = opening.behind(sheet)) {
            var batch = new Batch(sheet, check, columns);
            for (var row = reading.next(); row.isPresent(); row = reading.next()) {
                batch.add(row.get());
                if (read + batch.size > settings.mostRows()) {
                    throw new BrokenSheet(BrokenSheet.Why.TOO_MANY_ROWS);
                }
                if (batch.size >= settings.batch()) {
                    read += batch.size;
                    if (!goOn.getAsBoolean() || !store(batch, claimer, read, reading)) {
                        return false;
                    }
                    batch = new Batch(sheet, check, columns);
                }
            }
            read += batch.size;
            if (read == 0) {
                throw new BrokenSheet(BrokenSheet.Why.EMPTY);
            }
            return store(batch, claimer, read, reading);
        }
    }

    /** A batch and how far it reaches are written together or not at all. */
    private boolean store(Batch batch, UUID claimer, int read, SheetReading reading) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var now = clock.instant();
            if (!rows.checkpoint(
                    batch.sheet.id(),
                    claimer,
                    batch.end,
                    batch.last,
                    read,
                    reading.encoding().orElse(null),
                    now,
                    now.plus(settings.claim()))) {
                return false;
            }
            staging.copy(batch.check.table(), batch.check.columns(), batch.staged);
            staging.copyFaults(batch.faults);
            return true;
        }));
    }

    private void compare(UUID id) {
        transaction.executeWithoutResult(status -> {
            rows.staged(id, clock.instant());
        });
        transaction.executeWithoutResult(status -> {
            var sheet = rows.find(id).orElseThrow();
            var counts = finding(sheet).find(sheet);
            if (rows.checked(id, counts, clock.instant())) {
                audit.note(
                        sheet.acting(),
                        "registry.import.check",
                        sheet.object(),
                        Map.of("good", Integer.toString(counts.good()), "faulty", Integer.toString(counts.faulty())));
            }
        });
    }

    SheetFindings finding(Sheet sheet) {
        return findings.stream()
                .filter(one -> one.kind() == sheet.kind())
                .findFirst()
                .orElseThrow();
    }

    private void refuse(Sheet sheet, BrokenSheet broken) {
        transaction.executeWithoutResult(status -> {
            rows.refuse(sheet.id(), reason(broken.why()), List.of(), clock.instant());
            audit.note(
                    sheet.acting(),
                    "registry.import.refuse",
                    sheet.object(),
                    Map.of("why", broken.why().name()));
        });
    }

    static ImportReason reason(BrokenSheet.Why why) {
        return switch (why) {
            case EMPTY -> ImportReason.SHEET_EMPTY;
            case BROKEN -> ImportReason.SHEET_BROKEN;
            case UNPACKS_TOO_LARGE -> ImportReason.SHEET_UNPACKS_TOO_LARGE;
            case TOO_MANY_COLUMNS -> ImportReason.SHEET_TOO_MANY_COLUMNS;
            case TOO_MANY_ROWS -> ImportReason.SHEET_TOO_MANY_ROWS;
            case LOCKED -> ImportReason.SHEET_LOCKED;
        };
    }

    private RowCheck check(Sheet sheet) {
        var today = LocalDate.now(clock);
        var communities = new Communities(areas, sheet.area(), staging.compounds(sheet.area()));
        return switch (sheet.kind()) {
            case PEOPLE -> new PersonRowCheck(sheet.id(), seals, communities, sheet.area(), today);
            case DWELLINGS -> new DwellingRowCheck(sheet.id(), communities);
            case ORGANISATIONS -> new OrganisationRowCheck(sheet.id(), seals, communities, sheet.area(), today);
        };
    }

    /** Rows on their way into the staging table. */
    private static final class Batch {

        private final Sheet sheet;
        private final RowCheck check;
        private final Map<SheetField, Integer> columns;
        private final CopyText staged = new CopyText();
        private final CopyText faults = new CopyText();
        private int size;
        private int last;
        private long end;

        Batch(Sheet sheet, RowCheck check, Map<SheetField, Integer> columns) {
            this.sheet = sheet;
            this.check = check;
            this.columns = columns;
            this.last = sheet.lastRow();
            this.end = sheet.parsedTo();
        }

        void add(SheetRow row) {
            size++;
            last = row.number();
            end = row.end();
            var cells = new Cells(row, columns);
            if (row.flaw().isPresent()) {
                cells.fault(
                        null,
                        switch (row.flaw().get()) {
                            case QUOTATION -> "quotation";
                            case ENCODING -> "encoding";
                            case TOO_LONG -> "row-too-long";
                        });
            } else if (fits(row, cells)) {
                check.stage(row.number(), cells, staged);
            }
            note(row.number(), cells.faults());
        }

        /** A row with cells beyond the headers, or one that was cut off, cannot be told which cell is which. */
        private boolean fits(SheetRow row, Cells cells) {
            var width = sheet.headers().size();
            if (row.cells().stream().skip(width).anyMatch(cell -> !cell.isBlank())) {
                cells.fault(null, "too-many-cells", row.cells().size(), width);
            } else if (sheet.format() == SheetFormat.CSV && row.cells().size() < width) {
                cells.fault(null, "too-few-cells", row.cells().size(), width);
            }
            return !cells.isFaulty();
        }

        private void note(int number, List<Fault> found) {
            for (var n = 0; n < found.size(); n++) {
                var fault = found.get(n);
                faults.add(sheet.id()).add(number).add(n + 1).add(fault.grave()).add(false);
                faults.add(fault.field() == null ? "" : fault.field()).add(fault.message());
                faults.addTexts(fault.arguments());
                faults.end();
            }
        }
    }
}
