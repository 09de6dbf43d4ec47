package org.linli.registry.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.registry.organisation.OrganisationQueries.Question;
import org.linli.shared.DivisionCode;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Organisations by a part of their name, among as many as a district has; nothing of it stays. */
@LinliTest
@Transactional
class OrganisationQueriesTests {

    private static final DivisionCode AREA = DivisionCode.of("150203006");

    @Autowired
    OrganisationQueries queries;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aDistrictFull() {
        jdbc.sql("""
                insert into registry.organisation (id, name, initials, kind, division, changed_at, change_id)
                select uuidv7(), '昆都仑区' || chr(20000 + n % 3000) || chr(24000 + n % 2900) || '商贸有限公司', 'kdlq', 'ENTERPRISE',
                       '150203006' || lpad((1 + n % 9)::text, 3, '0'), now(), uuidv7()
                  from generate_series(1, 30000) n""").update();
        jdbc.sql("""
                insert into registry.organisation (id, name, initials, kind, division, changed_at, change_id)
                values (uuidv7(), '晴川骑影照相馆', 'qcqyzxg', 'INDIVIDUAL_BUSINESS', '150203006001', now(), uuidv7()),
                       (uuidv7(), '骑楼川菜馆', 'qlccg', 'INDIVIDUAL_BUSINESS', '150203006002', now(), uuidv7())""").update();
        jdbc.sql("analyze registry.organisation").update();
    }

    @Test
    void findsAnyPartAndNothingThatOnlyHasItsCharacters() {
        assertThat(found("川骑影")).containsExactly("晴川骑影照相馆");
        assertThat(found("骑影")).containsExactly("晴川骑影照相馆");
        assertThat(found("骑")).containsExactlyInAnyOrder("晴川骑影照相馆", "骑楼川菜馆");
        assertThat(found("影骑")).isEmpty();
        assertThat(found("骑影晴川")).isEmpty();
        assertThat(found("qcqy")).containsExactly("晴川骑影照相馆");
    }

    @Test
    void readsAnIndexInsteadOfTheArea() {
        var plan = jdbc.sql(
                        "explain select id from registry.organisation where division < '150203007' and voided_at is null"
                                + " and (division, id) > ('150203006', '00000000-0000-0000-0000-000000000000')"
                                + OrganisationQueries.PART
                                + ") order by division, id limit 51")
                .param("text", "骑影")
                .query(String.class)
                .list();
        assertThat(String.join("\n", plan)).contains("organisation_by_part_idx", "organisation_by_uscc_idx");
    }

    private List<String> found(String text) {
        return queries
                .find(new Question(AREA, Optional.empty(), Optional.of(text), false), Optional.empty(), 50)
                .items()
                .stream()
                .map(OrganisationQueries.Line::name)
                .toList();
    }
}
