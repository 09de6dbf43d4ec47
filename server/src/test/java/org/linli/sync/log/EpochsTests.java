package org.linli.sync.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LinliTest
class EpochsTests {

    @Autowired
    Epochs epochs;

    @Autowired
    JdbcClient jdbc;

    @Test
    void giveOutNoVersionThatAPhoneMayHoldFromTheEpochBefore() {
        var before = versionOfAChange();
        var old = epochs.current();
        epochs.begin();
        assertThat(epochs.current()).isNotEqualTo(old);
        assertThat(versionOfAChange()).isGreaterThan(before + 999_999_999_999L);
    }

    private long versionOfAChange() {
        var id = UUID.randomUUID();
        jdbc.sql("select sync.note('grid:150203007002009', 'castle', :id, 'P')")
                .param("id", id)
                .query(rows -> {});
        return jdbc.sql("select v from sync.change where eid = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }
}
