package org.linli.registry.holding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.linli.registry.sealing.Seals;
import org.linli.shared.IdDocument;
import org.linli.shared.Names;
import org.linli.shared.PersonalHoldings.Line;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the base holds about one person, as it is and as it was. */
@Component
class HoldingQueries {

    /** How much of one kind, between when, and from which sources. */
    record Count(String kind, long count, Instant since, Instant latest, List<String> sources) {}

    /** Every state of each table's rows, with the person each belongs to. */
    private static final String STATES = """
            select 'person' as kind, id as person_id, changed_at, change_id from registry.person
            union all select 'person', id, changed_at, change_id from registry.person_history
            union all select 'document', person_id, changed_at, change_id from registry.document
            union all select 'document', person_id, changed_at, change_id from registry.document_history
            union all select 'phone', person_id, changed_at, change_id from registry.phone
            union all select 'phone', person_id, changed_at, change_id from registry.phone_history
            union all select 'residence', person_id, changed_at, change_id from registry.residence
            union all select 'residence', person_id, changed_at, change_id from registry.residence_history
            union all select 'household', person_id, changed_at, change_id from registry.household_member
            union all select 'household', person_id, changed_at, change_id from registry.household_member_history
            """;

    private static final Map<String, Names> PERSON = Map.ofEntries(
            Map.entry("name", Names.of("姓名", "Name")),
            Map.entry("former_name", Names.of("曾用名", "Former name")),
            Map.entry("pinyin", Names.of("姓名拼音", "Pinyin")),
            Map.entry("birth_date", Names.of("出生日期", "Birth date")),
            Map.entry("marital_status", Names.of("婚姻状况（代码）", "Marital status (code)")),
            Map.entry("education", Names.of("学历（代码）", "Education (code)")),
            Map.entry("occupation", Names.of("职业", "Occupation")),
            Map.entry("employer", Names.of("服务处所", "Employer")),
            Map.entry("native_place", Names.of("籍贯（区划代码）", "Native place (division code)")),
            Map.entry("registered_division", Names.of("户籍地（区划代码）", "Registered at (division code)")),
            Map.entry("standing_since", Names.of("离开或去世日期", "Left or died on")));

    private final JdbcClient jdbc;
    private final Seals seals;

    HoldingQueries(JdbcClient jdbc, Seals seals) {
        this.jdbc = jdbc;
        this.seals = seals;
    }

    /** Records that hold one of the documents, now or earlier. */
    Set<UUID> peopleWith(Set<IdDocument> documents) {
        if (documents.isEmpty()) {
            return Set.of();
        }
        var indexes = documents.stream()
                .flatMap(document -> seals.numberIndexes(document.number()).stream())
                .toList();
        return Set.copyOf(
                jdbc.sql("""
                        select person_id from registry.document where number_index in (:indexes)""").param("indexes", indexes).query(UUID.class).list());
    }

    List<Count> counts(Set<UUID> people) {
        return jdbc.sql("""
                        select s.kind, count(*) as count, min(s.changed_at) as since, max(s.changed_at) as latest,
                               array_agg(distinct coalesce(c.source, 'DEMO')) as sources
                          from (%s) s left join registry.change c on c.id = s.change_id
                         where s.person_id = any (:people)
                         group by s.kind""".formatted(STATES))
                .param("people", people.toArray(UUID[]::new))
                .query((row, number) -> new Count(
                        row.getString("kind"),
                        row.getLong("count"),
                        row.getTimestamp("since").toInstant(),
                        row.getTimestamp("latest").toInstant(),
                        Arrays.asList((String[]) row.getArray("sources").getArray())))
                .list();
    }

    List<Line> lines(Set<UUID> people) {
        var lines = new ArrayList<Line>();
        lines.addAll(person(people));
        lines.addAll(numbers("document", Names.of("证件号码", "Document number"), people, seals::openNumber));
        lines.addAll(numbers("phone", Names.of("电话", "Phone"), people, seals::openPhone));
        lines.addAll(residence(people));
        lines.addAll(households(people));
        return lines;
    }

    private List<Line> person(Set<UUID> people) {
        var lines = new ArrayList<Line>();
        jdbc.sql("""
                        select *, null::timestamptz as until from registry.person where id = any (:people)
                        union all select * from registry.person_history where id = any (:people)
                        order by changed_at desc""").param("people", people.toArray(UUID[]::new)).query(row -> {
            var until = row.getTimestamp("until");
            for (var column : new TreeMap<>(PERSON).entrySet()) {
                add(lines, "person", field(column.getValue(), until != null), row.getString(column.getKey()), row);
            }
            add(lines, "person", field(Names.of("性别", "Sex"), until != null), sex(row.getString("sex")), row);
            var address = row.getString("registered_address_sealed");
            add(
                    lines,
                    "person",
                    field(Names.of("户籍地址", "Registered address"), until != null),
                    address == null ? null : seals.openAddress(address),
                    row);
        });
        return distinct(lines);
    }

    private List<Line> numbers(String table, Names field, Set<UUID> people, UnaryOperator<String> open) {
        var lines = new ArrayList<Line>();
        jdbc.sql("""
                        select number_sealed, changed_at, (voided_at is not null) as past from registry.%1$s
                         where person_id = any (:people)
                        union all
                        select number_sealed, changed_at, true from registry.%1$s_history
                         where person_id = any (:people)
                         order by changed_at desc""".formatted(table))
                .param("people", people.toArray(UUID[]::new))
                .query(row -> {
                    var number = row.getString("number_sealed");
                    add(
                            lines,
                            table,
                            field(field, row.getBoolean("past")),
                            number == null ? null : open.apply(number),
                            row);
                });
        return distinct(lines);
    }

    private List<Line> residence(Set<UUID> people) {
        return places("residence", Names.of("居住地址", "Address"), """
                select r.changed_at, (r.until_date is not null or r.voided_at is not null) as past,
                       concat_ws(' ', c.name, nullif(d.number_key, ''), '(' || coalesce(r.from_date::text, '?') || ' – '
                                 || coalesce(r.until_date::text, '') || ')') as value
                  from registry.residence r
                  join registry.dwelling d on d.id = r.dwelling_id
                  join registry.compound c on c.id = d.compound_id
                 where r.person_id = any (:people)
                 order by r.changed_at desc""", people);
    }

    private List<Line> households(Set<UUID> people) {
        return places("household", Names.of("户号和与户主关系（代码）", "Household and relation to its head (code)"), """
                select m.changed_at, (m.until_date is not null or m.voided_at is not null) as past,
                       concat_ws(' ', coalesce(h.number, '-'), m.relation) as value
                  from registry.household_member m
                  join registry.household h on h.id = m.household_id
                 where m.person_id = any (:people)
                 order by m.changed_at desc""", people);
    }

    private List<Line> places(String kind, Names field, String select, Set<UUID> people) {
        var lines = new ArrayList<Line>();
        jdbc.sql(select).param("people", people.toArray(UUID[]::new)).query(row -> {
            add(lines, kind, field(field, row.getBoolean("past")), row.getString("value"), row);
        });
        return distinct(lines);
    }

    private static Names field(Names names, boolean past) {
        return past ? Names.of(names.zh() + "（曾经）", names.en() + " (formerly)") : names;
    }

    private static String sex(String code) {
        return switch (code) {
            case "MALE" -> "男 male";
            case "FEMALE" -> "女 female";
            default -> "未说明 not stated";
        };
    }

    private static void add(List<Line> lines, String kind, Names field, @Nullable String value, ResultSet row)
            throws SQLException {
        if (value != null && !value.isBlank()) {
            lines.add(
                    new Line(kind, field, value, row.getTimestamp("changed_at").toInstant()));
        }
    }

    /** A value that was carried from state to state is told once, and not as former where it still holds. */
    private static List<Line> distinct(List<Line> lines) {
        var seen = new HashSet<String>();
        return lines.stream()
                .filter(line -> seen.add(line.field().zh().replace("（曾经）", "") + "\n" + line.value()))
                .toList();
    }
}
