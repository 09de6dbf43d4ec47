package org.linli.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.linli.shared.Csv;
import org.linli.shared.Names;
import org.linli.shared.Refusal;

/** Code lists (代码表) of the base, held in memory; the codes are those of the national standards named at each table. */
public final class Codes {

    /** One code list. */
    public enum Table {
        /** Marital status (婚姻状况), GB/T 2261.2. */
        MARITAL_STATUS("marital-status"),
        /** Education (学历), GB/T 4658-2006, first digit. */
        EDUCATION("education"),
        /** Relation to the household head (与户主关系), GB/T 4761. */
        RELATION("relation"),
        /** Why somebody floating came (流入原因), GB/T 31000 §5.11. */
        INFLOW_REASON("inflow-reason");

        private final String key;

        Table(String key) {
            this.key = key;
        }
    }

    private static final Map<String, Map<String, Names>> TABLES = read();

    private Codes() {}

    /** The codes of a table with their names, in the order of the standard. */
    public static Map<String, Names> of(Table table) {
        return TABLES.getOrDefault(table.key, Map.of());
    }

    public static Optional<Names> name(Table table, String code) {
        return Optional.ofNullable(of(table).get(code));
    }

    /** Refuses a code that is not in the table. */
    public static void require(Table table, Optional<String> code) {
        code.filter(one -> !of(table).containsKey(one)).ifPresent(one -> {
            throw Refusal.because(RegistryReason.UNKNOWN_CODE, one);
        });
    }

    private static Map<String, Map<String, Names>> read() {
        try (var file = Codes.class.getResourceAsStream("/data/registry/codes.csv")) {
            if (file == null) {
                throw new IllegalStateException("data/registry/codes.csv is missing");
            }
            var tables = new LinkedHashMap<String, Map<String, Names>>();
            for (var row : Csv.rows(file)) {
                tables.computeIfAbsent(row.getOrDefault("table", ""), table -> new LinkedHashMap<>())
                        .put(
                                row.getOrDefault("code", ""),
                                Names.of(row.getOrDefault("zh", ""), row.getOrDefault("en", "")));
            }
            return tables;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
