package org.linli.registry.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.shared.Ids;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The base forgets nothing, whichever way a row is changed. */
@LinliTest
class KeptHistoryTests {

    @Autowired
    JdbcClient jdbc;

    private final UUID person = Ids.next();

    @BeforeEach
    void aPerson() {
        jdbc.sql("""
                insert into registry.person (id, name, pinyin, initials, sex, registered_address_sealed, division,
                                             changed_at, change_id)
                values (:id, '王小明', 'wang xiao ming', 'wxm', 'MALE', 'k1.old', '150203001015', now(), :change)""").param("id", person).param("change", Ids.next()).update();
    }

    @Test
    void keepsWhatARowWasAndUntilWhen() {
        change("name = '王晓明', revision = revision + 1, change_id = gen_random_uuid(), changed_at = now()");
        assertThat(jdbc.sql("select name || ' ' || revision || ' ' || (until > changed_at) from registry.person_history"
                                + " where id = :id")
                        .param("id", person)
                        .query(String.class)
                        .list())
                .containsExactly("王小明 1 true");
    }

    @Test
    void refusesAChangeThatNamesNoReason() {
        assertThatThrownBy(() -> change("name = '王晓明', revision = revision + 1"))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> change("name = '王晓明'")).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void letsKeysRotateWithoutAChange() {
        change("registered_address_sealed = 'k2.new'");
        assertThat(jdbc.sql("select count(*) from registry.person_history where id = :id")
                        .param("id", person)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void refusesToForget() {
        change("name = '王晓明', revision = revision + 1, change_id = gen_random_uuid(), changed_at = now()");
        assertThatThrownBy(() -> jdbc.sql("delete from registry.person where id = :id")
                        .param("id", person)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from registry.person_history where id = :id")
                        .param("id", person)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql("update registry.person_history set name = '赵六' where id = :id")
                        .param("id", person)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private void change(String set) {
        jdbc.sql("update registry.person set " + set + " where id = :id")
                .param("id", person)
                .update();
    }
}
