package org.linli.registry.synthetic;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.registry.synthetic.Family.Figure;
import org.linli.shared.IdDocument;
import org.linli.shared.Sex;

/** The people whose cards the reader's demo holds, so that a card that is read finds somebody; homes as on the cards. */
final class CardPeople {

    /** A document as on the card. */
    record Shown(
            IdDocument document,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    /** @param others the rest of the household; their numbers are invented like everybody's */
    record Holder(
            String community,
            String building,
            String unit,
            String room,
            Figure figure,
            List<Shown> documents,
            List<Figure> others) {}

    private static final List<Holder> ALL = List.of(
            new Holder(
                    "150203001015",
                    "14",
                    "3",
                    "201",
                    head("赵秀英", Sex.FEMALE, "1951-04-16", "30"),
                    List.of(citizen("15020319510416002", "2011-05-20", null)),
                    List.of()),
            new Holder(
                    "150203001026",
                    "8",
                    "1",
                    "502",
                    head("李建国", Sex.MALE, "1978-09-23", "20"),
                    List.of(citizen("15020319780923011", "2018-03-12", "2038-03-12")),
                    List.of(
                            new Figure("12", Sex.FEMALE, LocalDate.parse("1980-02-11"), "张晓梅", "20"),
                            new Figure("31", Sex.FEMALE, LocalDate.parse("2009-07-30"), "李欣怡", "10"),
                            new Figure("52", Sex.FEMALE, LocalDate.parse("1953-11-04"), "郭玉兰", "30"))),
            new Holder(
                    "150203001018",
                    "2",
                    "4",
                    "301",
                    head("𠮷雅楠", Sex.FEMALE, "1996-02-29", "10"),
                    List.of(citizen("15020319960229024", "2022-07-01", "2042-07-01")),
                    List.of()),
            new Holder(
                    "150203001027",
                    "5",
                    "2",
                    "102",
                    head("陈嘉敏", Sex.FEMALE, "1990-03-08", "20"),
                    List.of(
                            shown(
                                    IdDocument.Kind.HONG_KONG_MACAU_TAIWAN_RESIDENCE,
                                    InventedNumbers.withCheck("81000019900308002"),
                                    "2024-01-15",
                                    "2029-01-15"),
                            shown(IdDocument.Kind.HONG_KONG_MACAU_PASS, "H12345678", "2023-06-01", "2033-06-01")),
                    List.of(new Figure("11", Sex.MALE, LocalDate.parse("1988-12-19"), "白宇飞", "20"))),
            new Holder(
                    "150203001015",
                    "9",
                    "1",
                    "402",
                    head("席玛丽", Sex.FEMALE, "1985-06-07", "10"),
                    List.of(shown(
                            IdDocument.Kind.FOREIGN_PERMANENT_RESIDENCE,
                            "BRA150085060701",
                            "2021-09-02",
                            "2031-09-02")),
                    List.of()),
            new Holder(
                    "150203001018",
                    "6",
                    "2",
                    "101",
                    head("罗满", Sex.MALE, "1979-11-30", "10"),
                    List.of(shown(
                            IdDocument.Kind.FOREIGN_PERMANENT_RESIDENCE,
                            InventedNumbers.withCheck("91560019791130001"),
                            "2024-03-01",
                            "2034-03-01")),
                    List.of()),
            new Holder(
                    "150203003013",
                    "9",
                    "2",
                    "401",
                    head("王德胜", Sex.MALE, "1965-02-14", "20"),
                    List.of(citizen("15020319650214033", "2005-06-01", "2025-06-01")),
                    List.of(new Figure("12", Sex.FEMALE, LocalDate.parse("1966-08-03"), "刘桂芳", "20"))));

    private CardPeople() {}

    static List<Holder> in(String community) {
        return ALL.stream()
                .filter(holder -> holder.community().equals(community))
                .toList();
    }

    private static Figure head(String name, Sex sex, String birth, String marital) {
        return new Figure("02", sex, LocalDate.parse(birth), name, marital);
    }

    private static Shown citizen(String digits, String from, @Nullable String until) {
        return shown(IdDocument.Kind.RESIDENT_ID, InventedNumbers.withCheck(digits), from, until);
    }

    private static Shown shown(IdDocument.Kind kind, String number, String from, @Nullable String until) {
        return new Shown(
                new IdDocument(kind, number), LocalDate.parse(from), until == null ? null : LocalDate.parse(until));
    }
}
