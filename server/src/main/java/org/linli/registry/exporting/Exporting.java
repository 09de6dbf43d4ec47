package org.linli.registry.exporting;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.linli.access.AuditTrail;
import org.linli.area.Areas;
import org.linli.area.UnitCode;
import org.linli.privacy.DisclosureLedger;
import org.linli.registry.sheet.CsvWriting;
import org.linli.registry.sheet.PieceRows;
import org.linli.registry.sheet.SheetField;
import org.linli.registry.sheet.SheetWriting;
import org.linli.registry.sheet.XlsxWriting;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the file of an export and what the ledger keeps of it, in one transaction; memory holds some rows at a time. */
@Component
class Exporting {

    static final Duration CLAIM = Duration.ofMinutes(2);

    private static final int BATCH = 2_000;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final Set<String> FIELDS = Set.of("name", "idNumber", "phone", "birth", "address", "household");

    private final ExportRows rows;
    private final ExportQueries queries;
    private final PieceRows pieces;
    private final DisclosureLedger ledger;
    private final AuditTrail audit;
    private final Areas areas;
    private final ExportSettings settings;
    private final TransactionTemplate transaction;
    private final TransactionTemplate apart;
    private final Clock clock;

    Exporting(
            ExportRows rows,
            ExportQueries queries,
            PieceRows pieces,
            DisclosureLedger ledger,
            AuditTrail audit,
            Areas areas,
            ExportSettings settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.queries = queries;
        this.pieces = pieces;
        this.ledger = ledger;
        this.audit = audit;
        this.areas = areas;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** It was cancelled, or the process stops. */
    private static final class GivenUp extends RuntimeException {

        private static final long serialVersionUID = 1;

        GivenUp() {
            super("given up", null, false, false);
        }
    }

    void run(Export export, UUID claimer, BooleanSupplier goOn) {
        try {
            var written = transaction.execute(status -> new Run(export, claimer, goOn).write());
            var now = clock.instant();
            if (written != null) {
                apart.executeWithoutResult(status -> {
                    if (!rows.ready(export.id(), written.rows(), written.bytes(), now, now.plus(settings.kept()))) {
                        pieces.drop(export.id());
                    }
                });
            }
        } catch (GivenUp e) {
            // nothing of it is stored
        }
    }

    /** What was written. */
    private record Written(int rows, long bytes) {}

    /** Who, from where, when and what for. */
    private Map<String, String> watermark(Export export) {
        var mark = new LinkedHashMap<String, String>();
        mark.put("导出人 Exported by", export.actor());
        mark.put(
                "单位 Unit",
                areas.unit(UnitCode.of(export.unit()))
                        .map(unit -> unit.names().zh())
                        .orElse(export.unit()));
        mark.put("时间 Time", MOMENT.format(export.askedAt().atZone(clock.getZone())));
        mark.put("用途 Purpose", export.purpose());
        if (export.unmaskedPurpose() != null) {
            mark.put("完整数据用途 Purpose of full values", export.unmaskedPurpose());
        }
        mark.put("范围 Area", export.area().value());
        mark.put("编号 Number", export.number());
        return mark;
    }

    /** One file being written. */
    private final class Run {

        private final Export export;
        private final UUID claimer;
        private final BooleanSupplier goOn;
        private final List<SheetField> fields;
        private final Set<String> subjects = new LinkedHashSet<>();
        private int written;

        Run(Export export, UUID claimer, BooleanSupplier goOn) {
            this.export = export;
            this.claimer = claimer;
            this.goOn = goOn;
            this.fields = export.kind().fields();
        }

        Written write() {
            pieces.drop(export.id());
            var mark = watermark(export);
            var line = String.join(" · ", mark.values());
            var counted = new Counted(pieces.write(export.id()));
            try (counted;
                    var writing = writing(counted, line)) {
                writing.remark(String.join(
                        "；",
                        mark.entrySet().stream()
                                .map(e -> e.getKey() + "：" + e.getValue())
                                .toList()));
                var names = new ArrayList<>(
                        fields.stream().map(field -> field.names().zh()).toList());
                names.add("导出编号");
                writing.headers(names);
                queries.each(export, row -> add(writing, row));
                writing.finish("导出说明 About", mark);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            flush();
            audit.note(
                    export.acting(),
                    "registry.export.write",
                    export.object(),
                    Map.of(
                            "kind", export.kind().name(),
                            "area", export.area().value(),
                            "rows", Integer.toString(written),
                            "full", Boolean.toString(export.unmasked())));
            return new Written(written, counted.bytes);
        }

        private SheetWriting writing(OutputStream out, String line) throws IOException {
            return switch (export.format()) {
                case CSV -> new CsvWriting(out);
                case XLSX -> new XlsxWriting(out, export.kind().names().zh(), line);
            };
        }

        private void add(SheetWriting writing, ExportedRow row) {
            var cells = new ArrayList<String>();
            fields.forEach(field -> cells.add(row.cells().getOrDefault(field, "")));
            cells.add(export.number());
            try {
                writing.row(cells);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (export.unmasked()) {
                row.numbers().forEach(number -> subjects.add(ledger.subjectOf(number)));
            }
            if (++written % BATCH == 0) {
                flush();
            }
        }

        private void flush() {
            if (!subjects.isEmpty()) {
                ledger.noteAll(export.acting(), List.copyOf(subjects), FIELDS, export.ledgerPurpose(), export.object());
                subjects.clear();
            }
            var until = clock.instant().plus(CLAIM);
            var noted = apart.execute(status -> rows.progress(export.id(), claimer, written, until));
            if (!Boolean.TRUE.equals(noted) || !goOn.getAsBoolean()) {
                throw new GivenUp();
            }
        }
    }

    /** Counts what goes through it. */
    private static final class Counted extends java.io.FilterOutputStream {

        private long bytes;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            bytes++;
        }

        @Override
        public void write(byte[] some, int offset, int length) throws IOException {
            out.write(some, offset, length);
            bytes += length;
        }
    }
}
