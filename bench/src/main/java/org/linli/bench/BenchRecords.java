package org.linli.bench;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.sync.contributions.Change;
import org.linli.sync.contributions.MergeUnit;
import org.linli.sync.contributions.MergeUnit.Policy;
import org.linli.sync.contributions.Standing;
import org.linli.sync.contributions.SyncedCollection;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Records of about the size of a person on a phone, half a kilobyte of JSON, each change of which is noted in the audit trail. */
final class BenchRecords implements SyncedCollection {

    static final String TYPE = "bench-record";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    BenchRecords(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
        jdbc.sql("""
                create schema if not exists bench_sync;
                create table if not exists bench_sync.record (id uuid primary key, cell text not null, body jsonb not null)
                  with (fillfactor = 80);
                create or replace trigger record_captured after insert or update or delete on bench_sync.record
                  for each row execute function sync.capture('bench-record', 'grid:', 'cell');
                """).update();
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Set<String> tables() {
        return Set.of("bench_sync.record");
    }

    @Override
    public List<MergeUnit> units() {
        return List.of(
                MergeUnit.of("phone", Policy.LATER_ARRIVAL, "phone"),
                MergeUnit.of("identity", Policy.REVIEW, "name", "sex", "birth"));
    }

    @Override
    public Map<UUID, Map<String, Object>> load(Acting by, Collection<UUID> ids) {
        var loaded = new HashMap<UUID, Map<String, Object>>();
        jdbc.sql("select id, body from bench_sync.record where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    loaded.put(row.getObject("id", UUID.class), body(row.getString("body")));
                });
        return loaded;
    }

    @Override
    public Optional<Standing> hold(UUID id) {
        return jdbc.sql("select cell, body from bench_sync.record where id = :id for update")
                .param("id", id)
                .query((row, n) -> new Standing("grid:" + row.getString("cell"), body(row.getString("body")), true))
                .optional();
    }

    @Override
    public void patch(Acting by, Change change) {
        jdbc.sql("update bench_sync.record set body = body || :values::jsonb where id = :id")
                .param("id", change.entity())
                .param("values", JSON.writeValueAsString(change.values()))
                .update();
        audit.note(by, "bench.record.patch", "bench-record:" + change.entity(), Map.of());
    }

    /** Fills cells, a hundred rows a transaction. */
    void fill(String cell, List<UUID> ids) {
        for (var from = 0; from < ids.size(); from += 100) {
            var some = ids.subList(from, Math.min(ids.size(), from + 100));
            jdbc.sql("""
                    insert into bench_sync.record (id, cell, body)
                    select r.id, :cell, r.body::jsonb from unnest(:ids, :bodies) as r (id, body)
                    """)
                    .param("cell", cell)
                    .param("ids", some.toArray(UUID[]::new))
                    .param("bodies", some.stream().map(BenchRecords::somebody).toArray(String[]::new))
                    .update();
        }
    }

    private static Map<String, Object> body(String json) {
        var body = new LinkedHashMap<String, Object>();
        JSON.readValue(json, Map.class).forEach((field, value) -> body.put(String.valueOf(field), value));
        return body;
    }

    private static String somebody(UUID id) {
        var n = (int) (id.getLeastSignificantBits() & 0xFFFF);
        var body = new LinkedHashMap<String, Object>();
        body.put("name", "王李张刘陈".charAt(n % 5) + "娟勇梅浩强芳".substring(n % 5, n % 5 + 1));
        body.put("sex", n % 2 == 0 ? "女" : "男");
        body.put("birth", "19%02d-%02d-%02d".formatted(30 + n % 70, 1 + n % 12, 1 + n % 28));
        body.put("documentKind", "RESIDENT_ID");
        body.put("documentNumber", "150203********%04d".formatted(n % 10_000));
        body.put("phone", "138%08d".formatted(n * 7 % 100_000_000));
        body.put("maritalStatus", "已婚");
        body.put("education", "高级中等教育");
        body.put("occupation", "专业技术人员");
        body.put("employer", "包头钢铁（集团）有限责任公司");
        body.put("standing", "PRESENT");
        body.put("household", UUID.nameUUIDFromBytes(new byte[] {(byte) n}).toString());
        body.put("relation", "HEAD");
        body.put(
                "dwelling", UUID.nameUUIDFromBytes(new byte[] {(byte) (n >> 4)}).toString());
        body.put("residence", "REGISTERED_HERE");
        body.put("residenceFrom", "2018-%02d-01".formatted(1 + n % 12));
        return JSON.writeValueAsString(body);
    }
}
