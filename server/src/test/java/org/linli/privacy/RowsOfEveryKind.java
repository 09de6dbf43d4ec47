package org.linli.privacy;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of the kinds that the demo district has none of; {@code SealedColumnsTests} holds the contexts to the code. */
final class RowsOfEveryKind {

    private static final String PHONE = "13800138001";

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final BlindIndex index;

    RowsOfEveryKind(JdbcClient jdbc, FieldCipher cipher, BlindIndex index) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.index = index;
    }

    void add() {
        account();
        visit();
        booking();
        rating();
        mandate();
        answer();
        history();
        sheet();
        phone();
        alarm();
        vendor();
        call();
        elder();
        command();
        sample();
    }

    private void account() {
        jdbc.sql("update access.account set phone_sealed = :phone, totp_sealed = :totp where login = 'clerk'")
                .param("phone", cipher.seal("access.account.phone", PHONE))
                .param("totp", cipher.seal("access.account.totp", "JBSWY3DPEHPK3PXP"))
                .update();
    }

    private void visit() {
        jdbc.sql("update counter.visit set phone_sealed = :phone, phone_index = :index where name_sealed is not null")
                .param("phone", cipher.seal("counter.visit.phone", PHONE))
                .param("index", index.of("phone", PHONE))
                .update();
    }

    private void booking() {
        jdbc.sql("""
                        insert into counter.booking (id, code, station, day, starts, name_sealed, phone_sealed, phone_index,
                                                     state, made_at, request_key)
                        values (:id, 'ROTATION', 'ST-150203001', date '2026-03-03', time '09:00', :name, :phone, :index,
                                'BOOKED', now(), 'rotation')
                        """)
                .param("id", UUID.randomUUID())
                .param("name", cipher.seal("counter.booking.name", "斯琴高娃"))
                .param("phone", cipher.seal("counter.booking.phone", PHONE))
                .param("index", index.of("phone", PHONE))
                .update();
    }

    private void rating() {
        jdbc.sql("""
                        insert into counter.rating_code (code, visit, station, made_at, expires_at, used_at, grade, words)
                        select 'ROTATION', v.id, v.station, now(), now(), now(), 5, :words from counter.visit v
                         where not exists (select from counter.rating_code r where r.visit = v.id) limit 1
                        """).param("words", cipher.seal("counter.rating.words", "办得快")).update();
    }

    private void mandate() {
        jdbc.sql("""
                        insert into counter.mandate
                          (id, request_key, name_sealed, document_kind, document_sealed, document_index, agent_posting,
                           agent_name, agent_unit, station, items, valid_from, valid_until, consent, consent_file, made_at,
                           made_by_name)
                        values (:id, 'rotation', :name, 'RESIDENT_ID', :document, :index, :id, '王芳', 'AP-1', 'ST-150203001',
                                '[]', date '2026-03-01', date '2026-12-31', 'CALL_BACK', :id, now(), '王芳')
                        """)
                .param("id", UUID.randomUUID())
                .param("name", cipher.seal("counter.mandate.name_sealed", "斯琴高娃"))
                .param("document", cipher.seal("counter.mandate.document_sealed", "15020319880808123X"))
                .param("index", index.of("id-number", "15020319880808123X"))
                .update();
    }

    private void answer() {
        jdbc.sql("""
                        insert into counter.department_answer
                          (id, line, answer_id, key, sequence, kind, body_sealed, digest, state, received_at)
                        values (:id, 'employment', 'rotation', 'rotation', 1, 'ACCEPTED', :body, '', 'UNKNOWN_KEY', now())
                        """)
                .param("id", UUID.randomUUID())
                .param("body", cipher.seal("counter.department_answer.body_sealed", "{}"))
                .update();
    }

    /** One record of each kind that was something else before. */
    private void history() {
        change("registry.document", "true");
        change("registry.phone", "true");
        change("registry.person", "registered_address_sealed is not null");
        change("registry.organisation", "phone_sealed is not null");
    }

    private void change(String table, String which) {
        jdbc.sql("""
                        update %1$s set revision = revision + 1, change_id = gen_random_uuid(), changed_at = now()
                         where id = (select id from %1$s where %2$s order by id limit 1)
                        """.formatted(table, which)).update();
    }

    /** A sheet that was checked and waits to be written. */
    private void sheet() {
        var sheet = UUID.randomUUID();
        jdbc.sql(
                        "insert into registry.sheet_piece (sheet_id, starts_at, length, bytes_sealed) values (:id, 0, 2, :bytes)")
                .param("id", sheet)
                .param("bytes", cipher.seal("registry.sheet_piece.bytes", "{}"))
                .update();
        jdbc.sql("""
                        insert into registry.import
                          (id, kind, name, format, area, length, state, posting_id, account_id, actor, role, unit, began_at,
                           moved_at, expires_at)
                        values (:id, 'PEOPLE', 'rotation', 'CSV', '150203001', 2, 'CHECKED', :id, :id, '王芳', 'station-head',
                                'ST-150203001', now(), now(), now() + interval '7 days')
                        """).param("id", sheet).update();
        jdbc.sql("""
                        insert into registry.import_person_row
                          (import_id, row_number, faulty, new_id, number_sealed, number_index, registered_address_sealed,
                           phone_sealed, phone_index, head_sealed, head_index)
                        values (:id, 1, false, :id, :number, :numberIndex, :address, :phone, :phoneIndex, :number,
                                :numberIndex)
                        """)
                .param("id", sheet)
                .param("number", cipher.seal("registry.document.number", "15020319880808123X"))
                .param("numberIndex", index.of("registry.document", "15020319880808123X"))
                .param("address", cipher.seal("registry.person.registered_address", "少先路21号街坊"))
                .param("phone", cipher.seal("registry.phone.number", PHONE))
                .param("phoneIndex", index.of("registry.phone", PHONE))
                .update();
        jdbc.sql("""
                        insert into registry.import_organisation_row (import_id, row_number, faulty, phone_sealed)
                        values (:id, 1, false, :phone)
                        """)
                .param("id", sheet)
                .param("phone", cipher.seal("registry.organisation.phone", PHONE))
                .update();
    }

    /** A change from a phone that was refused, and one that somebody must decide about. */
    private void phone() {
        var values = cipher.seal("sync.conflict.values", "{}");
        jdbc.sql("""
                        insert into sync.device (id, account_id, holder, area, name, platform, app_schema, token_hash,
                                                 recovery_key, registered_at, last_contact_at)
                        values (:id, :id, '王芳', '150203001', 'rotation', 'test', 1, '', '', now(), now());
                        insert into sync.mutation (id, device_id, seq, account_id, hash, etype, entity, op, scope, outcome,
                                                   code, field, arguments_sealed, app_schema, occurred_at, arrived_at,
                                                   clock_offset_ms, skewed)
                        values (:id, :id, 1, :id, '', 'person', :id, 'patch', 'grid:150203001001001', 'REFUSED', 'x', '',
                                :arguments, 1, now(), now(), 0, false);
                        insert into sync.exception (id, mutation_id, kind, area, author, payload_sealed, opened_at)
                        values (:id, :id, 'REFUSED', '150203001', '王芳', :payload, now());
                        insert into sync.conflict (id, scope, area, etype, entity, unit, kind, state, base_sealed,
                                                   server_sealed, proposed_sealed, opened_at, decided_at, decision_sealed)
                        values (:id, 'grid:150203001001001', '150203001001001', 'person', :id, 'phone', 'FIELD', 'DECIDED',
                                :values, :values, :values, now(), now(), :values);
                        insert into sync.proposal (conflict_id, mutation_id, account_id, author, occurred_at, arrived_at,
                                                   base_sealed, proposed_sealed)
                        values (:id, :id, :id, '王芳', now(), now(), :values, :values)
                        """)
                .param("id", UUID.randomUUID())
                .param("arguments", cipher.seal("sync.mutation.arguments", "[]"))
                .param("payload", cipher.seal("sync.exception.payload", "{}"))
                .param("values", values)
                .update();
    }

    /** What somebody wrote about an alarm of a watch, and about the limits of its wearer. */
    private void alarm() {
        jdbc.sql("""
                        with device as (
                          insert into wearables.device (number, model, division, registered_at, registered_by)
                          values ('000000000009999', 'rotation', '150203001018', now(), :id) returning id),
                        raised as (
                          insert into wearables.alarm (id, device_id, kind, division, raised_at, last_at, closed_at, outcome)
                          select :id, id, 'SOS', '150203001018', now(), now(), now(), 'TEST' from device returning id),
                        limits as (
                          insert into wearables.vital_limit (device_id, kind, low_yellow, set_at, set_by, setter, reason_sealed)
                          select id, 'OXYGEN', 90, now(), :id, '王芳', :reason from device)
                        insert into wearables.alarm_act (id, alarm_id, at, act, posting_id, name, note_sealed)
                        select :id, id, now(), 'CLOSED', :id, '王芳', :note from raised""")
                .param("id", UUID.randomUUID())
                .param("note", cipher.seal("wearables.alarm.note", "已送医"))
                .param("reason", cipher.seal("wearables.limit.reason", "慢阻肺，长期低氧"))
                .update();
    }

    /** The key of a vendor of sensors. */
    private void vendor() {
        jdbc.sql("""
                        insert into wearables.vendor (name, division, key_sealed, made_at, made_by)
                        values ('轮换', '150203001018', :key, now(), :id)""")
                .param("id", UUID.randomUUID())
                .param("key", cipher.seal("wearables.vendor.key", "0123456789abcdef"))
                .update();
    }

    /** A call to 12349, what was written about it, and the keys of the telephone system that reported it. */
    private void call() {
        jdbc.sql("""
                        with trunk as (
                          insert into eldercare.trunk (name, division, key_sealed, former_key_sealed, former_until, made_at, made_by)
                          values ('轮换', '150203', :key, :former, now(), now(), :id) returning id),
                        rang as (
                          insert into eldercare.call (id, trunk_id, reference, division, state, caller_sealed, caller_index,
                                                      started_at, heard_at)
                          select :id, id, 'rotation', '150203', 'MISSED', :caller, :index, now(), now() from trunk returning id)
                        insert into eldercare.call_act (id, call_id, at, act, posting_id, name, note_sealed)
                        select :id, id, now(), 'NOTED', :id, '图雅', :note from rang""")
                .param("id", UUID.randomUUID())
                .param("key", cipher.seal("eldercare.trunk.key", "0123456789abcdef"))
                .param("former", cipher.seal("eldercare.trunk.key", "fedcba9876543210"))
                .param("caller", cipher.seal("eldercare.call.caller", "13800138000"))
                .param("index", index.of("eldercare.phone", "13800138000"))
                .param("note", cipher.seal("eldercare.call.note", "要订午餐"))
                .update();
    }

    /** What helpers must know of an elder, and whom they call. */
    private void elder() {
        jdbc.sql("""
                        with file as (
                          insert into eldercare.elder (person_id, division, living, needs_sealed, opened_at, opened_by, changed_at,
                                                       changed_by)
                          values (:id, '150203001018', 'ALONE', :needs, now(), '陈秀英', now(), '陈秀英') returning person_id)
                        insert into eldercare.contact (id, person_id, place, name_sealed, relation, phone_sealed, added_at, added_by)
                        select :id, person_id, 1, :name, 'CHILD', :phone, now(), '陈秀英' from file""")
                .param("id", UUID.randomUUID())
                .param("needs", cipher.seal("eldercare.elder.needs", "耳背，说蒙语"))
                .param("name", cipher.seal("eldercare.contact.name", "女儿"))
                .param("phone", cipher.seal("eldercare.contact.phone", "13800138001"))
                .update();
    }

    /** Whom the wearer of a watch can call, on its way there. */
    private void command() {
        jdbc.sql("""
                        insert into wearables.command (id, device_id, kind, content_sealed, state, ordered_at, ordered_by, name,
                                                       expires_at)
                        select :id, id, 'CONTACTS', :content, 'WAITING', now(), :id, '王芳', now() + interval '7 days'
                          from wearables.device where number = '000000000009999'""")
                .param("id", UUID.randomUUID())
                .param(
                        "content",
                        cipher.seal(
                                "wearables.command.content",
                                "{\"kind\":\"CONTACTS\",\"contacts\":[{\"name\":\"女儿\",\"number\":\"13800138001\"}]}"))
                .update();
    }

    /** What some device sent that could not be read. */
    private void sample() {
        jdbc.sql("""
                        insert into wearables.quarantine (id, protocol, reason, at, start_sealed)
                        values (:id, 'watch', 'UNREADABLE', now(), :start)""")
                .param("id", UUID.randomUUID())
                .param("start", cipher.seal("wearables.quarantine.start", new byte[] {'[', (byte) 0xff, ']'}))
                .update();
    }
}
