package org.linli.registry.importing;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.linli.registry.sheet.Headers;
import org.linli.registry.sheet.SheetField;
import org.linli.registry.sheet.SheetFormat;
import org.linli.registry.sheet.SheetKind;
import org.linli.shared.Names;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the pages get to see of imports, with every text in both languages. */
@Component
class ImportViews {

    /**
     * An import.
     *
     * @param percent how far the present step is
     * @param refusal why the file was refused or the last try to write was given up
     */
    record ImportView(
            UUID id,
            SheetKind kind,
            String name,
            SheetFormat format,
            String area,
            ImportState state,
            long length,
            long received,
            int percent,
            int rowsRead,
            int goodRows,
            int faultyRows,
            int notices,
            int knownRows,
            List<ColumnView> columns,
            List<CountView> outcome,
            @Nullable Names refusal,
            String by,
            Instant beganAt,
            @Nullable Instant endedAt,
            Instant expiresAt) {}

    /** A column: what stands over it and what it holds; {@code held} is false for columns that are never read. */
    record ColumnView(String header, @Nullable SheetField field, boolean held) {}

    /** What was written of one sort. */
    record CountView(String word, Names names, int count) {}

    /** A field a column may hold. */
    record FieldView(SheetField field, Names names, boolean required) {}

    /**
     * Something wrong with a row.
     *
     * @param column what stands over the column at fault
     */
    record FaultView(
            int row, @Nullable SheetField field, @Nullable String column, Names reason, boolean grave) {}

    private static final int WHOLE = 100;

    private final MessageSource messages;

    ImportViews(MessageSource messages) {
        this.messages = messages;
    }

    ImportView view(Sheet sheet) {
        return new ImportView(
                sheet.id(),
                sheet.kind(),
                sheet.name(),
                sheet.format(),
                sheet.area().value(),
                sheet.state(),
                sheet.length(),
                sheet.received(),
                percent(sheet),
                sheet.rowsRead(),
                sheet.goodRows(),
                sheet.faultyRows(),
                sheet.notices(),
                sheet.knownRows(),
                columns(sheet),
                outcome(sheet),
                sheet.refusal() == null ? null : names(sheet.refusal(), sheet.refusalArguments()),
                sheet.sender().name(),
                sheet.beganAt(),
                sheet.endedAt(),
                sheet.expiresAt());
    }

    FaultView view(Sheet sheet, ImportQueries.FaultLine line) {
        var fault = line.fault();
        return new FaultView(
                line.row(),
                fault.field(),
                fault.field() == null ? null : header(sheet, fault.field()),
                names(fault.message(), fault.arguments()),
                fault.grave());
    }

    /** What stands over the column of a field; its usual name when the sheet has no such column. */
    static String header(Sheet sheet, SheetField field) {
        var column = sheet.fields().indexOf(field.name());
        return column < 0 ? field.names().zh() : sheet.headers().get(column);
    }

    Names names(String key, List<String> arguments) {
        return Names.of(
                messages.getMessage(key, arguments.toArray(), Locale.SIMPLIFIED_CHINESE),
                messages.getMessage(key, arguments.toArray(), Locale.ENGLISH));
    }

    private static List<ColumnView> columns(Sheet sheet) {
        return IntStream.range(0, sheet.headers().size())
                .mapToObj(n -> {
                    var header = sheet.headers().get(n);
                    var field = n < sheet.fields().size() ? sheet.fields().get(n) : "";
                    return new ColumnView(
                            header, field.isEmpty() ? null : SheetField.valueOf(field), !Headers.isNotHeld(header));
                })
                .toList();
    }

    private List<CountView> outcome(Sheet sheet) {
        return IntStream.range(0, sheet.outcome().size() / 2)
                .mapToObj(n -> {
                    var word = sheet.outcome().get(2 * n);
                    return new CountView(
                            word,
                            names("registry.import.outcome." + word, List.of()),
                            Integer.parseInt(sheet.outcome().get(2 * n + 1)));
                })
                .toList();
    }

    private static int percent(Sheet sheet) {
        return switch (sheet.state()) {
            case RECEIVING -> share(sheet.received(), sheet.length());
            case CHECKING -> sheet.rowsStaged() ? WHOLE - 1 : share(sheet.parsedTo(), sheet.length());
            case APPLYING -> share(sheet.step(), sheet.steps());
            case MAPPING, CHECKED, APPLIED, REFUSED, CANCELLED, EXPIRED -> WHOLE;
        };
    }

    private static int share(long part, long whole) {
        return whole == 0 ? 0 : (int) Math.min(WHOLE - 1, part * WHOLE / whole);
    }
}
