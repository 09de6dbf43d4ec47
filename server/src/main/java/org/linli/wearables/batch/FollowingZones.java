package org.linli.wearables.batch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.linli.wearables.AlarmKind;
import org.linli.wearables.alarm.Raise;
import org.linli.wearables.zone.WatchedZone;
import org.linli.wearables.zone.WatchedZoneRows;
import org.linli.wearables.zone.ZoneWatch;
import org.springframework.stereotype.Component;

/** Follows wearers across the edges of their zones, in the transaction of their batch. */
@Component
class FollowingZones {

    private final WatchedZoneRows rows;

    FollowingZones(WatchedZoneRows rows) {
        this.rows = rows;
    }

    /**
     * @param moves fixes of devices that have zones, each device's in the order of their time
     * @param before when each device was last fixed before; what is older has been followed already
     */
    List<Raise> follow(List<Tracked> moves, Map<Integer, Instant> before) {
        var following = moves.stream().filter(one -> isNews(one, before)).toList();
        if (following.isEmpty()) {
            return List.of();
        }
        var zones = zones(following);
        var changed = new HashMap<Integer, WatchedZone>();
        var raised = new ArrayList<Raise>();
        for (var move : following) {
            for (var watched : move.device().zones()) {
                var zone = Objects.requireNonNull(zones.get(watched.id()));
                var step = ZoneWatch.follow(
                        zone, move.fix().at(), move.fix().lon(), move.fix().lat());
                if (step.changed()) {
                    zones.put(zone.id(), step.zone());
                    changed.put(zone.id(), step.zone());
                }
                step.raised().ifPresent(kind -> raised.add(raise(move, kind, zone)));
            }
        }
        rows.keep(changed.values());
        return raised;
    }

    private static boolean isNews(Tracked move, Map<Integer, Instant> before) {
        var last = before.get(move.device().id());
        return !move.doubtful() && (last == null || move.fix().at().isAfter(last));
    }

    /** The zones of the devices, by their identifier, with where the wearer is taken to be. */
    private Map<Integer, WatchedZone> zones(List<Tracked> moves) {
        var zones = new HashMap<Integer, WatchedZone>();
        moves.forEach(move -> move.device().zones().forEach(zone -> zones.put(zone.id(), zone)));
        var standings = rows.standingsOf(zones.keySet());
        zones.replaceAll((id, zone) -> zone.standing(standings.get(id)));
        return zones;
    }

    private static Raise raise(Tracked move, AlarmKind kind, WatchedZone zone) {
        return new Raise(
                move.device().id(),
                kind,
                kind.level(),
                Optional.of(zone.name()),
                move.device().division(),
                move.received());
    }
}
