package org.linli.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Registers the watches of a bench in a few statements: all are worn, by people who agreed to positions and tracks; the
 * first ones have a safe zone around their home. Nothing may listen for changes meanwhile: triggers do not run.
 */
final class WatchesRegistered {

    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";
    private static final int ZONE_METRES = 300;

    private final Connection database;
    private final String desk;

    /** @param desk the community whose desk listens; nobody who presses lives elsewhere, and nobody else lives there */
    WatchesRegistered(Connection database, String desk) {
        this.database = database;
        this.desk = desk;
    }

    /**
     * Registers them.
     *
     * @param walking who speaks all the time and lives anywhere but in the desk's community
     * @param pressing who calls for help, counted behind the others
     * @param zones how many have a safe zone
     */
    void register(int walking, int pressing, int zones) throws SQLException {
        execute("set session_replication_role = replica");
        execute("""
                with places as (
                  select array_agg(code order by code) as codes from area.division
                   where length(code) = 12 and code like '150203%%' and code <> '%2$s')
                insert into wearables.device (number, model, division, wearer, registered_at, registered_by)
                select %1$s, 'bench', case when n < %3$d then codes[1 + n %% cardinality(codes)] else '%2$s' end,
                       gen_random_uuid(), now(), '%4$s'
                  from places cross join generate_series(0, %5$d) n
                """.formatted(Crowd.numberInSql(), desk, walking, NOBODY, walking + pressing - 1));
        for (var kind : List.of("POSITION", "TRACK")) {
            execute("""
                    insert into wearables.consent (id, device_id, wearer, kind, basis, given_at, noted_by)
                    select gen_random_uuid(), id, wearer, '%s', 'bench', now(), registered_by from wearables.device
                     where model = 'bench'""".formatted(kind));
        }
        execute("""
                insert into wearables.state (device_id, seen_at, battery, fix_at, lon, lat, speed)
                select d.id, now(), 80, now() - interval '1 hour', %s, %s, 0
                  from generate_series(0, %d) n join wearables.device d on d.number = %s
                """.formatted(Crowd.lonInSql(), Crowd.latInSql(), walking + pressing - 1, Crowd.numberInSql()));
        drawZones(zones);
        execute("set session_replication_role = origin");
        execute("vacuum (analyze) wearables.device, wearables.consent, wearables.state, wearables.zone");
        execute("checkpoint");
    }

    private void drawZones(int zones) throws SQLException {
        execute("""
                insert into wearables.zone (device_id, name, corners, radius, leaving, entering, drawn_at, drawn_by)
                select d.id, 'home', array[%s, %s]::float8[], %d, true, false, now(), '%s'
                  from generate_series(0, %d) n join wearables.device d on d.number = %s
                """.formatted(Crowd.lonInSql(), Crowd.latInSql(), ZONE_METRES, NOBODY, zones - 1, Crowd.numberInSql()));
    }

    private void execute(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
