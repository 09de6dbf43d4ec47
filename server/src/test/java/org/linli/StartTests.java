package org.linli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LinliTest
class StartTests {

    @Autowired
    JdbcClient jdbc;

    @Test
    void givesEveryModuleASchemaOfItsOwn() {
        var schemas = jdbc.sql("select schema_name from information_schema.schemata")
                .query(String.class)
                .list();
        assertThat(schemas).contains("area", "access", "privacy", "files", "notify", "casework", "counter");
    }
}
