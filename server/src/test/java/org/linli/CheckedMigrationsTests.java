package org.linli;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@LinliTest
class CheckedMigrationsTests {

    @Autowired
    DataSource database;

    @Autowired
    ResourcePatternResolver resources;

    @Test
    void standAfterAStart() {
        var files = MigrationFiles.read(resources);

        assertThat(checked(database, files).stand(files.digest())).isTrue();
    }

    @Test
    void doNotStandForOtherFiles() {
        var files = MigrationFiles.read(resources);

        assertThat(checked(database, files).stand("0".repeat(64))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update house.migration_area set checksum = checksum + 1 where version = '1'",
                "delete from house.migration_counter where version = '2'",
                "update house.migration_house set success = false where version = '1'",
                "drop table house.migration_counter",
                "delete from house.checked_migrations",
                "drop table house.checked_migrations"
            })
    void doNotStandOnceAHistoryWasAltered(String change) throws SQLException {
        var files = MigrationFiles.read(resources);
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                execute(connection, change);
                var altered = checked(new SingleConnectionDataSource(connection, true), files);

                assertThat(altered.stand(files.digest())).isFalse();
            } finally {
                connection.rollback();
            }
        }
    }

    @Test
    void tellFilesApartByNameAndContent() {
        var one = MigrationFiles.digest(files("area/V1__a.sql", "select 1;", "area/V2__b.sql", "select 2;"));

        assertThat(one)
                .isNotEqualTo(MigrationFiles.digest(files("area/V1__a.sql", "select 1;")))
                .isNotEqualTo(
                        MigrationFiles.digest(files("area/V1__a.sql", "select 2;", "area/V2__b.sql", "select 2;")))
                .isNotEqualTo(
                        MigrationFiles.digest(files("area/V1__a.sql", "select 1;", "area/V3__b.sql", "select 2;")));
    }

    private static CheckedMigrations checked(DataSource database, MigrationFiles files) {
        return new CheckedMigrations(database, Migrations.inOrder(files.folders()));
    }

    private static TreeMap<String, byte[]> files(String... namesAndContents) {
        var files = new TreeMap<String, byte[]>();
        for (var i = 0; i < namesAndContents.length; i += 2) {
            files.put(namesAndContents[i], namesAndContents[i + 1].getBytes());
        }
        return files;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
