package org.linli.registry.field;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.privacy.Masking;
import org.linli.registry.sealing.Seals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Records as phones see them: one statement for hundreds of them. */
@Repository
class FieldQueries {

    private static final int ID_NUMBER = 18;

    private final JdbcClient jdbc;
    private final Seals seals;

    FieldQueries(JdbcClient jdbc, Seals seals) {
        this.jdbc = jdbc;
        this.seals = seals;
    }

    Map<UUID, Map<String, Object>> people(Collection<UUID> ids) {
        return read(ids, """
                select p.*, doc.kind as document_kind, doc.number_sealed as document, tel.number_sealed as phone,
                       m.household_id, m.relation, home.id as residence_id, home.dwelling_id, home.kind as residence,
                       home.from_date as residence_from, home.inflow_reason,
                       exists (select from registry.person_restriction r
                                where r.person_id = p.id and r.lifted_change_id is null) as restricted
                  from unnest(:ids) q (id)
                  join registry.person p on p.id = q.id
                  left join lateral (
                    select d.kind, d.number_sealed from registry.document d
                     where d.person_id = p.id and d.voided_at is null
                     order by d.number_scope <> 'CITIZEN', d.id limit 1) doc on true
                  left join lateral (
                    select f.number_sealed from registry.phone f
                     where f.person_id = p.id and f.voided_at is null order by f.preferred desc, f.id limit 1) tel on true
                  left join registry.household_member m
                    on m.person_id = p.id and m.until_date is null and m.voided_at is null
                  left join lateral (
                    select r.id, r.dwelling_id, r.kind, r.from_date, r.inflow_reason from registry.residence r
                     where r.person_id = p.id and r.until_date is null and r.voided_at is null
                     order by r.kind = 'LIVING_ELSEWHERE', r.id limit 1) home on true
                 where p.voided_at is null or p.merged_into is not null""", this::person);
    }

    /** Identity numbers of people where they are known; signposts of merged records say nothing of anybody. */
    Map<UUID, Optional<String>> numbers(Collection<UUID> ids) {
        var numbers = new LinkedHashMap<UUID, Optional<String>>();
        jdbc.sql("""
                select p.id, d.number_sealed
                  from unnest(:ids) q (id) join registry.person p on p.id = q.id
                  left join registry.document d
                    on d.person_id = p.id and d.number_scope = 'CITIZEN' and d.voided_at is null
                 where p.voided_at is null""")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> Map.entry(
                        row.getObject("id", UUID.class),
                        Optional.ofNullable(row.getString("number_sealed")).map(seals::openNumber)))
                .list()
                .forEach(row -> numbers.put(row.getKey(), row.getValue()));
        return numbers;
    }

    Map<UUID, Map<String, Object>> households(Collection<UUID> ids) {
        return read(ids, """
                select h.* from unnest(:ids) q (id) join registry.household h on h.id = q.id
                 where h.voided_at is null""", FieldQueries::household);
    }

    Map<UUID, Map<String, Object>> dwellings(Collection<UUID> ids) {
        return read(ids, """
                select d.*, c.name as compound_name
                  from unnest(:ids) q (id)
                  join registry.dwelling d on d.id = q.id join registry.compound c on c.id = d.compound_id
                 where d.voided_at is null""", FieldQueries::dwelling);
    }

    /** Where a record counts and whether it is there still, held until the transaction ends. */
    Optional<Held> hold(String table, UUID id) {
        var merged = table.equals("registry.person") ? "merged_into" : "null::uuid";
        return jdbc.sql("select division, voided_at, %s as merged_into from %s where id = :id for update"
                        .formatted(merged, table))
                .param("id", id)
                .query((row, number) -> new Held(
                        row.getString("division"),
                        row.getObject("voided_at") == null,
                        Optional.ofNullable(row.getObject("merged_into", UUID.class))))
                .optional();
    }

    /** @param living neither void nor merged */
    record Held(String division, boolean living, Optional<UUID> mergedInto) {}

    private interface Reading {
        Map<String, Object> read(ResultSet row) throws SQLException;
    }

    private Map<UUID, Map<String, Object>> read(Collection<UUID> ids, String sql, Reading reading) {
        var records = new LinkedHashMap<UUID, Map<String, Object>>();
        jdbc.sql(sql)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> Map.entry(row.getObject("id", UUID.class), reading.read(row)))
                .list()
                .forEach(record -> records.put(record.getKey(), record.getValue()));
        return records;
    }

    private Map<String, Object> person(ResultSet row) throws SQLException {
        var merged = row.getString("merged_into");
        if (merged != null) {
            return Map.of("alias", merged);
        }
        var person = new LinkedHashMap<String, Object>();
        put(person, "name", row.getString("name"));
        put(person, "sex", row.getString("sex"));
        put(person, "birth", row.getString("birth_date"));
        put(person, "standing", row.getString("standing"));
        put(person, "standingSince", row.getString("standing_since"));
        home(person, row);
        if (row.getBoolean("restricted")) {
            // Stored and not used otherwise: who lives here is seen, what else is known of them is not carried around.
            person.put("mark", "restricted");
        } else {
            further(person, row);
        }
        return person;
    }

    private static void home(Map<String, Object> person, ResultSet row) throws SQLException {
        put(person, "household", row.getString("household_id"));
        put(person, "relation", row.getString("relation"));
        put(person, "dwelling", row.getString("dwelling_id"));
        put(person, "residence", row.getString("residence"));
        put(person, "residenceId", row.getString("residence_id"));
        put(person, "residenceFrom", row.getString("residence_from"));
        put(person, "inflowReason", row.getString("inflow_reason"));
    }

    private void further(Map<String, Object> person, ResultSet row) throws SQLException {
        put(person, "formerName", row.getString("former_name"));
        var document = row.getString("document");
        if (document != null) {
            put(person, "documentKind", row.getString("document_kind"));
            put(person, "documentNumber", masked(seals.openNumber(document)));
        }
        var phone = row.getString("phone");
        put(person, "phone", phone == null ? null : seals.openPhone(phone));
        put(person, "maritalStatus", row.getString("marital_status"));
        put(person, "education", row.getString("education"));
        put(person, "occupation", row.getString("occupation"));
        put(person, "employer", row.getString("employer"));
    }

    private static Map<String, Object> household(ResultSet row) throws SQLException {
        var household = new LinkedHashMap<String, Object>();
        put(household, "number", row.getString("number"));
        put(household, "kind", row.getString("kind"));
        put(household, "head", row.getString("head_id"));
        put(household, "dwelling", row.getString("dwelling_id"));
        return household;
    }

    private static Map<String, Object> dwelling(ResultSet row) throws SQLException {
        var dwelling = new LinkedHashMap<String, Object>();
        put(dwelling, "compound", row.getString("compound_id"));
        put(dwelling, "compoundName", row.getString("compound_name"));
        put(dwelling, "community", row.getString("division").substring(0, 12));
        put(dwelling, "building", row.getString("building"));
        put(dwelling, "unit", row.getString("unit"));
        put(dwelling, "floor", row.getObject("floor", Integer.class));
        put(dwelling, "room", row.getString("room"));
        put(dwelling, "use", row.getString("use"));
        var size = row.getBigDecimal("square_metres");
        put(dwelling, "squareMetres", size == null ? null : size.doubleValue());
        put(dwelling, "lon", row.getObject("lon", Double.class));
        put(dwelling, "lat", row.getObject("lat", Double.class));
        return dwelling;
    }

    /** A phone that is lost gives no identity number away. */
    static String masked(String number) {
        return number.length() == ID_NUMBER ? Masking.idNumber(number) : Masking.document(number);
    }

    private static void put(Map<String, Object> record, String field, @Nullable Object value) {
        if (value != null && !"".equals(value)) {
            record.put(field, value);
        }
    }
}
