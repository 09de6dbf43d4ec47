package org.linli.registry.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import org.linli.registry.sheet.CsvWriting;
import org.linli.registry.sheet.SheetCodes;
import org.linli.registry.sheet.SheetField;
import org.linli.registry.sheet.SheetFormat;
import org.linli.registry.sheet.SheetKind;
import org.linli.registry.sheet.SheetWriting;
import org.linli.registry.sheet.XlsxWriting;
import org.springframework.stereotype.Component;

/** Files that an import hands out: the report of its faults, and templates to fill in. */
@Component
class ImportFiles {

    private static final List<String> REPORT = List.of("行号 Row", "列 Column", "程度 Severity", "原因", "Reason");

    private final ImportQueries queries;
    private final ImportViews views;

    ImportFiles(ImportQueries queries, ImportViews views) {
        this.queries = queries;
        this.views = views;
    }

    void report(Sheet sheet, SheetFormat format, OutputStream out) throws IOException {
        try (var writing = writing(format, "导入报告 Report", out)) {
            writing.headers(REPORT);
            queries.eachFault(sheet.id(), line -> write(sheet, line, writing));
            writing.finish("说明 About", new LinkedHashMap<>());
        }
    }

    private void write(Sheet sheet, ImportQueries.FaultLine line, SheetWriting writing) {
        var view = views.view(sheet, line);
        try {
            writing.row(List.of(
                    Integer.toString(view.row()),
                    view.column() == null ? "" : view.column(),
                    view.grave() ? "错误 Fault" : "提示 Notice",
                    view.reason().zh(),
                    view.reason().en()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sheet with nothing but the names of its columns, and in a workbook what each of them takes. */
    void template(SheetKind kind, SheetFormat format, boolean english, OutputStream out) throws IOException {
        try (var writing =
                writing(format, english ? kind.names().en() : kind.names().zh(), out)) {
            writing.headers(kind.fields().stream()
                    .map(field -> english ? field.names().en() : field.names().zh())
                    .toList());
            var about = new LinkedHashMap<String, String>();
            for (var field : kind.fields()) {
                about.put(english ? field.names().en() : field.names().zh(), takes(field, english));
            }
            writing.finish(english ? "Columns" : "填写说明", about);
        }
    }

    private String takes(SheetField field, boolean english) {
        var names = views.names("registry.import.takes." + takesWord(field), List.of());
        var text = (field.isRequired() ? (english ? "Required. " : "必填。") : "") + (english ? names.en() : names.zh());
        var codes = codes(field);
        return codes == null
                ? text
                : text + String.join(english ? ", " : "、", codes.words().values());
    }

    private static org.linli.registry.sheet.@org.jspecify.annotations.Nullable SheetCodes codes(SheetField field) {
        return switch (field) {
            case DOCUMENT_KIND -> SheetCodes.DOCUMENT_KIND;
            case SEX -> SheetCodes.SEX;
            case MARITAL_STATUS -> SheetCodes.MARITAL_STATUS;
            case EDUCATION -> SheetCodes.EDUCATION;
            case RELATION -> SheetCodes.RELATION;
            case RESIDENCE_KIND -> SheetCodes.RESIDENCE_KIND;
            case INFLOW_REASON -> SheetCodes.INFLOW_REASON;
            case DWELLING_USE -> SheetCodes.DWELLING_USE;
            case ORGANISATION_KIND -> SheetCodes.ORGANISATION_KIND;
            case NAME,
                    DOCUMENT_NUMBER,
                    FORMER_NAME,
                    BIRTH_DATE,
                    NATIVE_PLACE,
                    OCCUPATION,
                    EMPLOYER,
                    PHONE,
                    REGISTERED_DIVISION,
                    REGISTERED_ADDRESS,
                    HOUSEHOLD_NUMBER,
                    HEAD_NUMBER,
                    COMMUNITY,
                    GRID_CELL,
                    COMPOUND,
                    BUILDING,
                    UNIT,
                    FLOOR,
                    ROOM,
                    FROM_DATE,
                    UNTIL_DATE,
                    SQUARE_METRES,
                    USCC,
                    ORGANISATION_NAME,
                    LEGAL_REPRESENTATIVE,
                    ADDRESS,
                    EMPLOYEES,
                    ESTABLISHED_ON,
                    DISSOLVED_ON,
                    LONGITUDE,
                    LATITUDE -> null;
        };
    }

    private static String takesWord(SheetField field) {
        return switch (field) {
            case DOCUMENT_KIND,
                    SEX,
                    MARITAL_STATUS,
                    EDUCATION,
                    RELATION,
                    RESIDENCE_KIND,
                    INFLOW_REASON,
                    DWELLING_USE,
                    ORGANISATION_KIND -> "code";
            case BIRTH_DATE, FROM_DATE, UNTIL_DATE, ESTABLISHED_ON, DISSOLVED_ON -> "date";
            case NATIVE_PLACE, REGISTERED_DIVISION -> "division";
            case COMMUNITY -> "community";
            case GRID_CELL -> "grid-cell";
            case DOCUMENT_NUMBER, HEAD_NUMBER -> "number";
            case PHONE -> "phone";
            case FLOOR, EMPLOYEES, SQUARE_METRES, LONGITUDE, LATITUDE -> "figure";
            case USCC -> "uscc";
            case NAME,
                    FORMER_NAME,
                    OCCUPATION,
                    EMPLOYER,
                    REGISTERED_ADDRESS,
                    HOUSEHOLD_NUMBER,
                    COMPOUND,
                    BUILDING,
                    UNIT,
                    ROOM,
                    ORGANISATION_NAME,
                    LEGAL_REPRESENTATIVE,
                    ADDRESS -> "text";
        };
    }

    private static SheetWriting writing(SheetFormat format, String name, OutputStream out) throws IOException {
        return switch (format) {
            case CSV -> new CsvWriting(out);
            case XLSX -> new XlsxWriting(out, name, "");
        };
    }
}
