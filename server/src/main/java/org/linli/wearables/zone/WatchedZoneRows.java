package org.linli.wearables.zone;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Zones as the gateway watches them, and where it takes their wearers to be. */
@Repository
public class WatchedZoneRows {

    private final JdbcClient jdbc;

    WatchedZoneRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of each device that has any. */
    public Map<Integer, List<WatchedZone>> zonesOf(Collection<Integer> devices) {
        var found = new HashMap<Integer, List<WatchedZone>>();
        jdbc.sql("""
                select z.*, s.inside, s.since, s.pending_since, s.told_at
                  from wearables.zone z left join wearables.zone_standing s on s.zone_id = z.id
                 where z.device_id = any(:devices) and z.retired_at is null
                 order by z.id""").param("devices", devices.toArray(Integer[]::new)).query(row -> {
            found.computeIfAbsent(row.getInt("device_id"), device -> new ArrayList<>())
                    .add(zone(row));
        });
        return found;
    }

    /** Where wearers are taken to be, by the zone; none for a zone nobody was seen at yet. */
    public Map<Integer, Standing> standingsOf(Collection<Integer> zones) {
        var standings = new HashMap<Integer, Standing>();
        jdbc.sql("select * from wearables.zone_standing where zone_id = any(:zones)")
                .param("zones", zones.toArray(Integer[]::new))
                .query(row -> {
                    var zone = row.getInt("zone_id");
                    ZoneRows.standing(row).ifPresent(standing -> standings.put(zone, standing));
                });
        return standings;
    }

    /** Keeps where wearers are taken to be now; a zone that ended meanwhile is passed over. */
    public void keep(Collection<WatchedZone> moved) {
        var zones = moved.stream()
                .filter(zone -> zone.standing().isPresent())
                .sorted(Comparator.comparingInt(WatchedZone::id))
                .toList();
        if (zones.isEmpty()) {
            return;
        }
        var standings = zones.stream().flatMap(zone -> zone.standing().stream()).toList();
        jdbc.sql("""
                insert into wearables.zone_standing (zone_id, inside, since, pending_since, told_at)
                select n.* from unnest(:zones, :insides, :sinces, :pendings, :tolds)
                             as n (zone_id, inside, since, pending_since, told_at)
                  join wearables.zone z on z.id = n.zone_id and z.retired_at is null
                 order by n.zone_id
                    on conflict (zone_id) do update
                   set inside = excluded.inside, since = excluded.since, pending_since = excluded.pending_since,
                       told_at = excluded.told_at""")
                .param("zones", zones.stream().map(WatchedZone::id).toArray(Integer[]::new))
                .param("insides", standings.stream().map(Standing::inside).toArray(Boolean[]::new))
                .param(
                        "sinces",
                        standings.stream()
                                .map(Standing::since)
                                .map(Timestamp::from)
                                .toArray(Timestamp[]::new))
                .param(
                        "pendings",
                        moments(standings.stream().map(Standing::pending).toList()))
                .param("tolds", moments(standings.stream().map(Standing::told).toList()))
                .update();
    }

    private static Timestamp[] moments(List<Optional<Instant>> moments) {
        return moments.stream()
                .map(moment -> moment.map(Timestamp::from).orElse(null))
                .toArray(Timestamp[]::new);
    }

    private static WatchedZone zone(ResultSet row) throws SQLException {
        return new WatchedZone(
                row.getInt("id"),
                row.getString("name"),
                ZoneRows.shape(row).ground(),
                row.getBoolean("leaving"),
                row.getBoolean("entering"),
                ZoneRows.schedule(row),
                ZoneRows.standing(row));
    }
}
