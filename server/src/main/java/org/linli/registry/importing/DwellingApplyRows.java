package org.linli.registry.importing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.linli.registry.change.Change;
import org.linli.registry.sheet.SheetKind;
import org.springframework.stereotype.Repository;

/** Writes dwellings and the compounds they stand in. */
@Repository
class DwellingApplyRows implements SheetApplying {

    private static final String TABLE = "registry.import_dwelling_row";

    private final ApplyStatementRows statements;
    private final DoorApplyRows doors;

    DwellingApplyRows(ApplyStatementRows statements, DoorApplyRows doors) {
        this.statements = statements;
        this.doors = doors;
    }

    @Override
    public SheetKind kind() {
        return SheetKind.DWELLINGS;
    }

    @Override
    public List<Step> steps() {
        return List.of(
                (sheet, change, today) -> doors.compounds(TABLE, sheet, change, today),
                this::known,
                this::added,
                doors::follow);
    }

    /** Those that are known, before new ones are made: a row is changed once by a change. */
    private Map<String, Integer> known(Sheet sheet, Change change, LocalDate today) {
        doors.nothingMovedYet(sheet, change, today);
        return Map.of("dwellings-changed", statements.run("""
                with changed as (
                  update registry.dwelling d
                     set floor = coalesce(r.floor, d.floor), use = coalesce(r.use, d.use),
                         square_metres = coalesce(r.square_metres, d.square_metres),
                         lon = coalesce(r.lon, d.lon), lat = coalesce(r.lat, d.lat),
                         division = case when starts_with(d.division, r.division) then d.division else r.division end,
                         revision = d.revision + 1, changed_at = :now, change_id = :change
                    from registry.import_dwelling_row r
                    join registry.compound c on c.community = r.community and c.name_key = r.compound_key
                         and c.voided_at is null
                   where r.import_id = :sheet and not r.faulty and not r.unfit and d.compound_id = c.id
                     and d.number_key = r.number_key and d.voided_at is null and d.change_id <> :change
                     and (d.floor, d.use, d.square_metres, d.lon, d.lat, d.division) is distinct from
                         (coalesce(r.floor, d.floor), coalesce(r.use, d.use), coalesce(r.square_metres, d.square_metres),
                          coalesce(r.lon, d.lon), coalesce(r.lat, d.lat),
                          case when starts_with(d.division, r.division) then d.division else r.division end)
                  returning d.id, d.division)
                insert into import_moved select id, division from changed""", sheet, change, today));
    }

    private Map<String, Integer> added(Sheet sheet, Change change, LocalDate today) {
        return Map.of("dwellings-new", statements.run("""
                insert into registry.dwelling (id, compound_id, building, unit, floor, room, number_key, division, lon, lat,
                                               use, square_metres, changed_at, change_id)
                select uuidv7(), c.id, r.building, r.unit, r.floor, r.room, r.number_key, r.division, r.lon, r.lat,
                       coalesce(r.use, 'OTHER'), r.square_metres, :now, :change
                  from registry.import_dwelling_row r
                  join (select distinct on (community, name_key) community, name_key, id from registry.compound
                         where voided_at is null order by community, name_key, id) c
                    on c.community = r.community and c.name_key = r.compound_key
                 where r.import_id = :sheet and not r.faulty and not r.unfit
                   and not exists (select from registry.dwelling d join registry.compound e on e.id = d.compound_id
                                    where e.community = r.community and e.name_key = r.compound_key
                                      and e.voided_at is null and d.number_key = r.number_key and d.voided_at is null)""", sheet, change, today));
    }
}
