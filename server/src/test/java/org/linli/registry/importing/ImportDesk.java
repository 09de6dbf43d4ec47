package org.linli.registry.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.registry.sheet.SheetFormat;
import org.linli.registry.sheet.SheetKind;
import org.springframework.beans.factory.BeanFactory;

/** Somebody who sends sheets of one kind in and sees them through. */
final class ImportDesk {

    private static final int PART = 300_000;

    private final Imports imports;
    private final ImportWork work;
    private final ImportRows rows;
    private final ImportQueries queries;
    private final Acting by;
    private final SheetKind kind;

    ImportDesk(BeanFactory house, Acting by, SheetKind kind) {
        this.imports = house.getBean(Imports.class);
        this.work = house.getBean(ImportWork.class);
        this.rows = house.getBean(ImportRows.class);
        this.queries = house.getBean(ImportQueries.class);
        this.by = by;
        this.kind = kind;
    }

    UUID checked(TextSheet sheet, SheetFormat format) {
        return checked(format, sheet.bytes(format));
    }

    /** Sent in, with the columns named as they were recognised. */
    UUID mapped(SheetFormat format, byte[] bytes) {
        var id = imports.begin(by, kind, "表." + format.ending(), bytes.length).id();
        for (var at = 0; at < bytes.length; at += PART) {
            imports.receive(by, id, at, Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + PART)));
        }
        assertThat(sheet(id).state()).isEqualTo(ImportState.MAPPING);
        return id;
    }

    UUID checked(SheetFormat format, byte[] bytes) {
        var id = mapped(format, bytes);
        ask(id);
        work.go(id);
        assertThat(sheet(id).state()).isEqualTo(ImportState.CHECKED);
        return id;
    }

    /** Asks for the check, which somebody else does. */
    void ask(UUID id) {
        imports.check(by, id, sheet(id).columns());
    }

    /** Asks for the writing, which somebody else does. */
    void agree(UUID id) {
        imports.apply(by, id, true);
    }

    /** Writes the good rows, and what was written of each sort. */
    Map<String, Integer> applied(UUID id) {
        agree(id);
        work.go(id);
        var sheet = sheet(id);
        assertThat(sheet.state()).isEqualTo(ImportState.APPLIED);
        var outcome = new HashMap<String, Integer>();
        for (var n = 0; n < sheet.outcome().size(); n += 2) {
            outcome.put(sheet.outcome().get(n), Integer.parseInt(sheet.outcome().get(n + 1)));
        }
        return outcome;
    }

    Map<String, Integer> imported(TextSheet sheet, SheetFormat format) {
        return applied(checked(sheet, format));
    }

    /** The import as it stands. */
    Sheet sheet(UUID id) {
        return rows.find(id).orElseThrow();
    }

    /** Row and message of every fault, and whether it is grave. */
    Map<String, String> faults(UUID id) {
        var faults = new TreeMap<String, String>();
        queries.eachFault(
                id,
                line -> faults.put(
                        line.row() + " " + line.fault().message(), line.fault().grave() ? "grave" : "notice"));
        return faults;
    }

    void clear() {
        work.clear();
    }
}
