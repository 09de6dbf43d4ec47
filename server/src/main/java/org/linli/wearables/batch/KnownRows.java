package org.linli.wearables.batch;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.linli.shared.DivisionCode;
import org.linli.wearables.ConsentKind;
import org.linli.wearables.limit.LimitRows;
import org.linli.wearables.limit.PersonLimits;
import org.linli.wearables.zone.WatchedZoneRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Registered devices, as the gateway needs them. */
@Repository
class KnownRows {

    private static final int CHANGED_AT_MOST = 1_000;

    private final JdbcClient jdbc;
    private final WatchedZoneRows zones;
    private final LimitRows limits;

    KnownRows(JdbcClient jdbc, WatchedZoneRows zones, LimitRows limits) {
        this.jdbc = jdbc;
        this.zones = zones;
        this.limits = limits;
    }

    /** Devices that changed since a version, up to a version. */
    record Changes(long version, List<String> numbers, boolean complete) {}

    /** Until the transaction ends nothing changes that the gateway knows of devices. */
    void holdStill() {
        jdbc.sql("select wearables.change_shared()").query().listOfRows();
    }

    Changes since(long version) {
        var newest = jdbc.sql("select coalesce(max(version), 0) from wearables.device")
                .query(Long.class)
                .single();
        if (newest == version) {
            return new Changes(version, List.of(), true);
        }
        var numbers = jdbc.sql("select number from wearables.device where version > :version limit :most")
                .param("version", version)
                .param("most", CHANGED_AT_MOST)
                .query(String.class)
                .list();
        return new Changes(newest, numbers, numbers.size() < CHANGED_AT_MOST);
    }

    Map<String, Known> find(Collection<String> numbers) {
        var rows = rows(numbers);
        var devices = rows.values().stream().map(Row::id).toList();
        var watched = zones.zonesOf(devices);
        var own = limits.limitsOf(devices);
        var known = new HashMap<String, Known>();
        rows.forEach((number, row) -> known.put(
                number,
                new Known(
                        row.id(),
                        row.division(),
                        row.consents(),
                        watched.getOrDefault(row.id(), List.of()),
                        own.getOrDefault(row.id(), PersonLimits.USUAL))));
        return known;
    }

    private record Row(int id, DivisionCode division, Set<ConsentKind> consents) {}

    private Map<String, Row> rows(Collection<String> numbers) {
        var known = new HashMap<String, Row>();
        jdbc.sql("""
                select d.number, d.id, d.division,
                       array(select c.kind from wearables.consent c
                              where c.device_id = d.id and c.withdrawn_at is null) as consents
                  from wearables.device d
                 where d.number = any(:numbers) and d.retired_at is null""").param("numbers", numbers.toArray(String[]::new)).query(row -> {
            var consents = EnumSet.noneOf(ConsentKind.class);
            Arrays.stream((String[]) row.getArray("consents").getArray())
                    .map(ConsentKind::valueOf)
                    .forEach(consents::add);
            known.put(
                    row.getString("number"),
                    new Row(row.getInt("id"), DivisionCode.of(row.getString("division")), consents));
        });
        return known;
    }
}
