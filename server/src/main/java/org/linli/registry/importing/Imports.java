package org.linli.registry.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.registry.sheet.BrokenSheet;
import org.linli.registry.sheet.Headers;
import org.linli.registry.sheet.PieceRows;
import org.linli.registry.sheet.SheetField;
import org.linli.registry.sheet.SheetFormat;
import org.linli.registry.sheet.SheetKind;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with imports: send a sheet, name its columns, have it checked, and decide. */
@Service
class Imports {

    static final String RUN = "registry.import.run";

    private static final int LONGEST_NAME = 120;

    private final ImportRows rows;
    private final StagingRows staging;
    private final PieceRows pieces;
    private final SheetOpening opening;
    private final Applying applying;
    private final ImportSettings settings;
    private final AuditTrail audit;
    private final Clock clock;

    Imports(
            ImportRows rows,
            StagingRows staging,
            PieceRows pieces,
            SheetOpening opening,
            Applying applying,
            ImportSettings settings,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.staging = staging;
        this.pieces = pieces;
        this.opening = opening;
        this.applying = applying;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Sheet begin(Acting by, SheetKind kind, String name, long length) {
        by.require(RUN, by.area());
        var format =
                SheetFormat.ofName(name).orElseThrow(() -> Refusal.ofField("name", ImportReason.SHEET_FORMAT_UNKNOWN));
        if (length <= 0) {
            throw Refusal.because(ImportReason.SHEET_EMPTY);
        }
        if (length > settings.largest().toBytes()) {
            throw Refusal.because(
                    ImportReason.SHEET_TOO_LARGE, settings.largest().toMegabytes());
        }
        var now = clock.instant();
        var id = rows.add(by, kind, cleaned(name), format, length, now, now.plus(settings.kept()));
        var sheet = rows.find(id).orElseThrow();
        note(by, "registry.import.begin", sheet, Map.of("kind", kind.name()));
        return sheet;
    }

    /** Adds a part that must begin where the last one ended; with the last part the headers are read. */
    @Transactional
    Sheet receive(Acting by, UUID id, long at, byte[] part) {
        var sheet = held(by, id, ImportState.RECEIVING);
        if (at != sheet.received() || at + part.length > sheet.length()) {
            throw Refusal.because(ImportReason.WRONG_OFFSET, sheet.received());
        }
        pieces.append(id, at, part);
        rows.received(id, at + part.length, clock.instant());
        if (at + part.length == sheet.length()) {
            readHeaders(by, sheet);
        }
        return rows.find(id).orElseThrow();
    }

    private void readHeaders(Acting by, Sheet sheet) {
        try {
            var headers = opening.headers(sheet);
            var fields = remembered(by, sheet, headers.names());
            rows.readHeaders(sheet.id(), headers.names(), headers.number(), fields, clock.instant());
            note(by, "registry.import.receive", sheet, Map.of("bytes", Long.toString(sheet.length())));
        } catch (BrokenSheet broken) {
            rows.refuse(sheet.id(), Checking.reason(broken.why()), List.of(), clock.instant());
            note(by, "registry.import.refuse", sheet, Map.of("why", broken.why().name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> remembered(Acting by, Sheet sheet, List<String> headers) {
        var recognised = Headers.recognised(sheet.kind(), headers).stream()
                .map(field -> field.map(Enum::name).orElse(""))
                .toList();
        return rows.mapping(by.unit().value(), sheet.kind(), Headers.digest(headers))
                .filter(fields -> fields.size() == headers.size())
                .orElse(recognised);
    }

    /** Names columns by their place, from 0, leaves the others out, and has every row checked. */
    @Transactional
    Sheet check(Acting by, UUID id, Map<Integer, SheetField> named) {
        var width =
                held(by, id, ImportState.MAPPING, ImportState.CHECKED).headers().size();
        if (named.keySet().stream().anyMatch(column -> column >= width)) {
            throw Refusal.because(ImportReason.COLUMN_COUNT, width);
        }
        return check(
                by,
                id,
                IntStream.range(0, width)
                        .mapToObj(column -> Optional.ofNullable(named.get(column)))
                        .toList());
    }

    @Transactional
    Sheet check(Acting by, UUID id, List<Optional<SheetField>> columns) {
        var sheet = held(by, id, ImportState.MAPPING, ImportState.CHECKED);
        requireColumns(sheet, columns);
        var fields =
                columns.stream().map(field -> field.map(Enum::name).orElse("")).toList();
        rows.remember(by, sheet.kind(), Headers.digest(sheet.headers()), fields, clock.instant());
        staging.forget(id);
        rows.beginChecking(id, fields, clock.instant());
        note(by, "registry.import.map", sheet, Map.of());
        return rows.find(id).orElseThrow();
    }

    private static void requireColumns(Sheet sheet, List<Optional<SheetField>> columns) {
        if (columns.size() != sheet.headers().size()) {
            throw Refusal.because(ImportReason.COLUMN_COUNT, sheet.headers().size());
        }
        var taken = new HashSet<SheetField>();
        for (var n = 0; n < columns.size(); n++) {
            if (columns.get(n).isPresent() && Headers.isNotHeld(sheet.headers().get(n))) {
                throw Refusal.because(
                        ImportReason.COLUMN_NOT_HELD, sheet.headers().get(n));
            }
            if (columns.get(n).filter(field -> !taken.add(field)).isPresent()) {
                throw Refusal.because(
                        ImportReason.COLUMN_TWICE, columns.get(n).get().names());
            }
        }
        var fields = EnumSet.copyOf(sheet.kind().fields());
        taken.stream().filter(field -> !fields.contains(field)).findFirst().ifPresent(field -> {
            throw Refusal.because(ImportReason.COLUMN_COUNT, sheet.headers().size());
        });
        sheet.kind().fields().stream()
                .filter(field -> field.isRequired() && !taken.contains(field))
                .findFirst()
                .ifPresent(field -> {
                    throw Refusal.because(ImportReason.COLUMN_MISSING, field.names());
                });
    }

    /** Back from the report to the naming of the columns. */
    @Transactional
    Sheet mapAgain(Acting by, UUID id) {
        var sheet = held(by, id, ImportState.CHECKED);
        staging.forget(id);
        rows.readHeaders(id, sheet.headers(), sheet.headerRow(), sheet.fields(), clock.instant());
        return rows.find(id).orElseThrow();
    }

    /** @param despiteFaults the good rows are to be imported although others are faulty */
    @Transactional
    Sheet apply(Acting by, UUID id, boolean despiteFaults) {
        var sheet = held(by, id, ImportState.CHECKED);
        if (sheet.goodRows() == 0) {
            throw Refusal.because(ImportReason.NO_GOOD_ROWS);
        }
        if (sheet.faultyRows() > 0 && !despiteFaults) {
            throw Refusal.because(ImportReason.ROWS_FAULTY, sheet.faultyRows());
        }
        rows.beginApplying(id, applying.steps(sheet), clock.instant());
        note(by, "registry.import.agree", sheet, Map.of("faulty", Integer.toString(sheet.faultyRows())));
        return rows.find(id).orElseThrow();
    }

    /** Ends it wherever it is; a writing that was under way leaves nothing. */
    @Transactional
    Sheet cancel(Acting by, UUID id) {
        var sheet = held(by, id);
        if (sheet.state().isEnded()) {
            throw Refusal.because(ImportReason.NOT_NOW);
        }
        rows.end(id, ImportState.CANCELLED, clock.instant());
        note(by, "registry.import.cancel", sheet, Map.of("state", sheet.state().name()));
        return rows.find(id).orElseThrow();
    }

    /** An import of the posting's unit. */
    @Transactional(readOnly = true)
    Sheet require(Acting by, UUID id) {
        by.require(RUN);
        return rows.find(id).filter(sheet -> isOf(by, sheet)).orElseThrow(Imports::unknown);
    }

    private Sheet held(Acting by, UUID id, ImportState... states) {
        by.require(RUN);
        var sheet = rows.hold(id).filter(one -> isOf(by, one)).orElseThrow(Imports::unknown);
        by.require(RUN, sheet.area());
        if (states.length > 0 && !List.of(states).contains(sheet.state())) {
            throw Refusal.because(ImportReason.NOT_NOW);
        }
        return sheet;
    }

    private static boolean isOf(Acting by, Sheet sheet) {
        return sheet.sender().unit().equals(by.unit().value());
    }

    private static Refusal unknown() {
        return Refusal.because(ImportReason.UNKNOWN_IMPORT);
    }

    private static String cleaned(String name) {
        var plain = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cc}\\p{Cf}]", "")
                .strip();
        return plain.length() > LONGEST_NAME ? plain.substring(plain.length() - LONGEST_NAME) : plain;
    }

    private void note(Acting by, String act, Sheet sheet, Map<String, String> facts) {
        audit.note(by, act, sheet.object(), facts);
    }
}
