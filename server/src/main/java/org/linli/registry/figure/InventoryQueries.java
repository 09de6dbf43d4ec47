package org.linli.registry.figure;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.PostingId;
import org.linli.registry.Inventory;
import org.linli.registry.listing.Area;
import org.linli.shared.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists records by where they lie. */
@Repository
class InventoryQueries implements Inventory {

    private static final String AREA = " and %s.division >= :from and %s.division < :until order by %s.division, %s.id";

    private final JdbcClient jdbc;
    private final Clock clock;

    InventoryQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Entry> inside(DivisionCode area, Kind kind) {
        var lies = Area.of(area);
        var from = kind == Kind.ELDER_ALONE ? "d" : "x";
        return entries(jdbc.sql(select(kind) + AREA.formatted(from, from, from, from))
                .param("from", lies.from())
                .param("until", lies.until())
                .param("sixty", sixty()));
    }

    @Override
    public List<Entry> find(Collection<UUID> ids, Kind kind) {
        return entries(jdbc.sql(select(kind) + " and " + (kind == Kind.ELDER_ALONE ? "p" : "x") + ".id = any (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .param("sixty", sixty()));
    }

    @Override
    public List<Entry> people(Collection<UUID> ids) {
        return entries(jdbc.sql("""
                        select id, division, null as label from registry.person
                        where id = any (:ids) and voided_at is null and standing <> 'DECEASED' order by division, id
                        """).param("ids", ids.toArray(UUID[]::new)));
    }

    @Override
    public int takenFromTheField(PostingId posting, Instant from, Instant until) {
        return jdbc.sql("""
                select count(*) from registry.change
                where posting_id = :posting and source = 'FIELD' and at >= :from and at < :until
                """)
                .param("posting", posting.value())
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .query(Integer.class)
                .single();
    }

    @Override
    public Map<DivisionCode, Integer> households(DivisionCode area) {
        var lies = Area.of(area);
        var counted = new LinkedHashMap<DivisionCode, Integer>();
        jdbc.sql("""
                select division, count(*) from registry.household
                where voided_at is null and division >= :from and division < :until group by 1 order by 1
                """).param("from", lies.from()).param("until", lies.until()).query(row -> {
            counted.put(DivisionCode.of(row.getString(1)), row.getInt(2));
        });
        return counted;
    }

    private static String select(Kind kind) {
        return switch (kind) {
            case HOUSEHOLD ->
                "select x.id, x.division, null as label from registry.household x where x.voided_at is null";
            case DWELLING -> """
                    select x.id, x.division, null as label from registry.dwelling x
                    where x.voided_at is null and exists (
                      select from registry.residence r
                      where r.dwelling_id = x.id and r.until_date is null and r.voided_at is null
                        and r.kind <> 'LIVING_ELSEWHERE')""";
            case PLACE -> "select x.id, x.division, x.name as label from registry.place x where x.voided_at is null";
            case ORGANISATION -> """
                    select x.id, x.division, x.name as label from registry.organisation x
                    where x.voided_at is null and x.dissolved_on is null""";
            case ELDER_ALONE -> """
                    select p.id, d.division, null as label from registry.dwelling d
                    join registry.residence r on r.dwelling_id = d.id and r.until_date is null and r.voided_at is null
                    join registry.person p on p.id = r.person_id and p.voided_at is null and p.standing <> 'DECEASED'
                    where d.voided_at is null and """ + " " + ResidentGroup.ELDER_ALONE.condition();
        };
    }

    private static List<Entry> entries(JdbcClient.StatementSpec spec) {
        return spec.query((row, n) -> new Entry(
                        row.getObject("id", UUID.class),
                        DivisionCode.of(row.getString("division")),
                        Optional.ofNullable(row.getString("label"))))
                .list();
    }

    private LocalDate sixty() {
        return LocalDate.now(clock).minusYears(60);
    }
}
