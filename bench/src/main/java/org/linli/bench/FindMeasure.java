package org.linli.bench;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.linli.access.AccountId;
import org.linli.access.Acting;
import org.linli.access.PostingId;
import org.linli.area.UnitCode;
import org.linli.registry.finding.FindPeople;
import org.linli.registry.sealing.Seals;
import org.linli.shared.DivisionCode;
import org.springframework.context.ApplicationContext;

/** Looks for people of the base in all the ways there are, eight users at once, through the service behind the page. */
final class FindMeasure {

    private static final int USERS = 8;
    private static final int SAMPLE = 2000;
    private static final int WARM_UP_SECONDS = 3;

    /** Areas of two postings: a station's clerk, and somebody of the district, who has every community to look in. */
    private static final Map<String, String> AREAS =
            new LinkedHashMap<>(Map.of("station", "150203001", "district", "150203"));

    private final FindPeople finding;
    private final Seals seals;
    private final Connection database;
    private final long people;
    private final int seconds;
    private final Set<String> kinds;

    /** @param kinds of search to measure; all when there are none */
    FindMeasure(ApplicationContext house, Connection database, long people, int seconds, Set<String> kinds) {
        this.finding = house.getBean(FindPeople.class);
        this.seals = house.getBean(Seals.class);
        this.database = database;
        this.people = people;
        this.seconds = seconds;
        this.kinds = kinds;
    }

    void into(Report report) throws Exception {
        for (var area : AREAS.values()) {
            // A house that has run since morning has compiled every kind of search.
            for (var typed : typed(area).values()) {
                search(acting(area), typed, WARM_UP_SECONDS);
            }
        }
        for (var area : AREAS.entrySet()) {
            for (var kind : typed(area.getValue()).entrySet()) {
                var found = search(acting(area.getValue()), kind.getValue(), seconds);
                var name = kind.getKey() + ", " + area.getKey();
                RegistryBench.figure(report, people, "search_p50_ms", name, found.millisAt(0.5));
                RegistryBench.figure(report, people, "search_p99_ms", name, found.millisAt(0.99));
                RegistryBench.figure(report, people, "searches_per_s", name, found.count() / (double) seconds);
            }
        }
    }

    private Latencies search(Acting by, List<String> typed, int forSeconds) throws Exception {
        var end = System.nanoTime() + forSeconds * 1_000_000_000L;
        try (var threads = Executors.newFixedThreadPool(USERS)) {
            var users = new ArrayList<Callable<Latencies>>();
            for (var user = 0; user < USERS; user++) {
                var first = user;
                users.add(() -> {
                    var latencies = new Latencies();
                    for (var at = first; System.nanoTime() < end; at += USERS) {
                        var begun = System.nanoTime();
                        finding.find(by, typed.get(at % typed.size()), Optional.empty());
                        latencies.add(System.nanoTime() - begun);
                    }
                    return latencies;
                });
            }
            var all = new Latencies();
            for (var one : threads.invokeAll(users)) {
                all.addAll(one.get());
            }
            return all;
        }
    }

    /** What users would type to find people of the area, by kind of search. */
    private Map<String, List<String>> typed(String area) throws Exception {
        var typed = new LinkedHashMap<String, List<String>>();
        try (var statement = database.prepareStatement("""
                select p.name, substr(p.name, 2), substr(p.name, 1, 1), p.initials, substr(p.initials, 1, 2),
                       replace(p.pinyin, ' ', ''), d.number_sealed, f.number_sealed,
                       c.name || w.number_key, p.division
                  from (select * from registry.person
                         where division >= ? and division < ? and random() < ? limit %d) p
                  join registry.document d on d.person_id = p.id and d.number_scope = 'CITIZEN'
                  join registry.phone f on f.person_id = p.id
                  join registry.residence r on r.person_id = p.id
                  join registry.dwelling w on w.id = r.dwelling_id
                  join registry.compound c on c.id = w.compound_id
                """.formatted(SAMPLE))) {
            statement.setString(1, area);
            statement.setString(2, area + "A");
            statement.setDouble(3, Math.min(1.0, 2.0 * SAMPLE / (people * (area.length() > 6 ? 0.08 : 1))));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    add(typed, "name", rows.getString(1));
                    add(typed, "part of a name", rows.getString(2));
                    add(typed, "surname", rows.getString(3));
                    add(typed, "initials", rows.getString(4));
                    add(typed, "two initials", rows.getString(5));
                    add(typed, "pinyin", rows.getString(6));
                    add(typed, "document", seals.openNumber(rows.getString(7)));
                    add(typed, "phone", seals.openPhone(rows.getString(8)));
                    add(typed, "address", rows.getString(9));
                    add(typed, "grid cell", rows.getString(10));
                }
            }
        }
        if (!kinds.isEmpty()) {
            typed.keySet().retainAll(kinds);
        }
        return typed;
    }

    private static void add(Map<String, List<String>> typed, String kind, String text) {
        typed.computeIfAbsent(kind, fresh -> new ArrayList<>()).add(text);
    }

    private static Acting acting(String area) {
        return new Acting(
                new PostingId(UUID.randomUUID()),
                new AccountId(UUID.randomUUID()),
                "测试",
                "clerk",
                UnitCode.of("ST-150203001"),
                DivisionCode.of(area),
                Optional.empty(),
                Set.of("registry.person.read"));
    }
}
