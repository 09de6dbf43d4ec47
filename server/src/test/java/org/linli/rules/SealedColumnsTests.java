package org.linli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.linli.access.PersonalSeal;
import org.linli.access.sealing.SealedTable;
import org.linli.privacy.FieldCipher;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every sealed column takes part in the rotation of keys: the schema, the code and the modules' lists say the same. */
@LinliTest
class SealedColumnsTests {

    private static final Pattern CONTEXT = Pattern.compile("[a-z]+(\\.[a-z_]+){1,2}");
    private static final Set<String> SEALERS = Set.of(
            FieldCipher.class.getName().replace('.', '/'),
            PersonalSeal.class.getName().replace('.', '/'));

    /** Seals what it was given, under the context it was given. */
    private static final String RESEALING = "KeysInUse.class";

    @Autowired
    List<SealedTable> tables;

    @Autowired
    JdbcClient jdbc;

    @Test
    void areAllInTheListOfAModule() {
        assertThat(unlisted(tables)).isEmpty();
        assertThat(listed(tables)).isSubsetOf(existing());
    }

    @Test
    void areMissedWhenAModuleForgetsOne() {
        var withoutErrands = tables.stream()
                .filter(table -> !table.table().equals("counter.errand"))
                .toList();
        assertThat(unlisted(withoutErrands)).contains("counter.errand.name_sealed", "counter.errand.document_index");
    }

    @Test
    void areSealedUnderTheContextInTheList() throws IOException {
        var contexts = tables.stream()
                .flatMap(table -> table.sealed().stream())
                .map(SealedTable.Sealed::context)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(contextsIn(Path.of("target", "classes"))).isEqualTo(contexts);
    }

    @Test
    void areIndexedFromAValueThatIsInTheListToo() {
        for (var table : tables) {
            for (var indexed : table.indexed()) {
                indexed.value()
                        .ifPresent(value -> assertThat(tables.stream()
                                        .flatMap(one -> one.sealed().stream())
                                        .map(SealedTable.Sealed::context))
                                .contains(value.context()));
            }
        }
    }

    /** Columns that by their name hold sealed text or a blind index, and are in no list. */
    private Set<String> unlisted(List<SealedTable> tables) {
        var unlisted = jdbc.sql("""
                        select table_schema || '.' || table_name || '.' || column_name from information_schema.columns
                          join information_schema.tables using (table_schema, table_name)
                         where table_type <> 'VIEW' and (column_name like '%\\_sealed' or column_name like '%\\_index' and data_type = 'bytea')
                           and table_schema <> 'ledger_test'
                        """).query(String.class).stream().collect(Collectors.toCollection(TreeSet::new));
        unlisted.removeAll(listed(tables));
        return unlisted;
    }

    private Set<String> existing() {
        return jdbc.sql("""
                        select table_schema || '.' || table_name || '.' || column_name from information_schema.columns
                        """).query(String.class).stream().collect(Collectors.toSet());
    }

    private static Set<String> listed(List<SealedTable> tables) {
        return tables.stream()
                .flatMap(table -> Stream.concat(
                                table.sealed().stream().map(SealedTable.Sealed::column),
                                table.indexed().stream().map(SealedTable.Indexed::column))
                        .map(column -> table.table() + "." + column))
                .collect(Collectors.toSet());
    }

    /** What is written between the brackets of every {@code seal("…", value)} of the house. */
    private static Set<String> contextsIn(Path classes) throws IOException {
        var found = new TreeSet<String>();
        try (var files = Files.walk(classes)) {
            for (var file : files.filter(path -> path.toString().endsWith(".class")
                            && !path.getFileName().toString().equals(RESEALING))
                    .toList()) {
                for (var method : ClassFile.of().parse(file).methods()) {
                    method.code().ifPresent(code -> found.addAll(contextsIn(file, code)));
                }
            }
        }
        return found;
    }

    private static Set<String> contextsIn(Path file, CodeModel code) {
        var found = new TreeSet<String>();
        var latest = "";
        for (var element : code) {
            if (element instanceof ConstantInstruction constant
                    && constant.constantValue() instanceof String text
                    && CONTEXT.matcher(text).matches()) {
                latest = text;
            }
            if (element instanceof InvokeInstruction call
                    && call.name().equalsString("seal")
                    && SEALERS.contains(call.owner().asInternalName())) {
                assertThat(latest)
                        .as("%s seals under a context that is a constant", file)
                        .isNotEmpty();
                found.add(latest);
                latest = "";
            }
        }
        return found;
    }
}
