package org.linli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LinliTest
class MigrationsTests {

    @Autowired
    JdbcClient jdbc;

    @Test
    void runLowerModulesFirst() {
        var order = new ArrayList<>(Migrations.inOrder(
                List.of("counter", "casework", "notify", "files", "privacy", "access", "area", "__root")));
        assertThat(order.getFirst()).isEqualTo("__root");
        assertThat(order)
                .containsSubsequence("area", "access", "privacy", "casework", "counter")
                .containsSubsequence("access", "files", "casework")
                .containsSubsequence("access", "notify", "casework")
                .hasSize(8);
    }

    @Test
    void refuseAFolderThatBelongsToNoModule() {
        assertThatThrownBy(() -> Migrations.inOrder(List.of("area", "nowhere")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void keepOneHistoryForEachModule() {
        assertThat(jdbc.sql("""
                                select table_name from information_schema.tables
                                 where table_schema = 'house' and table_name like 'migration\\_%' order by table_name
                                """).query(String.class).list())
                .contains("migration_house", "migration_area", "migration_access", "migration_counter");
    }
}
