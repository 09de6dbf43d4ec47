package org.linli.registry.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.linli.registry.synthetic.Family.Figure;
import org.linli.registry.synthetic.Family.Kind;
import org.linli.shared.Sex;

/**
 * Makes families so that ages, sizes and generations together come out as in a northern industrial district: a fifth is
 * sixty or older, households have 2.7 people on average. How often each shape comes is tuned to that, not counted anywhere.
 */
final class Families {

    /** The day the district is drawn; ages are meant as of it. */
    static final LocalDate AS_OF = LocalDate.of(2026, 1, 1);

    private static final String HEAD = "02";
    private static final String HUSBAND = "11";
    private static final String WIFE = "12";
    private static final String FATHER = "51";
    private static final String MOTHER = "52";
    private static final String NOT_RELATED = "99";
    private static final double MONGOLIAN = 0.04;
    private static final int OLDEST = 99;

    private final Dice dice;
    private final Weighted<Supplier<Family>> shapes = Weighted.of(
            Weighted.choice(() -> alone(20, 35, false), 4),
            Weighted.choice(() -> alone(36, 59, true), 4),
            Weighted.choice(() -> alone(60, 92, true), 10),
            Weighted.choice(() -> couple(24, 38, 0), 7),
            Weighted.choice(() -> couple(45, 59, 0), 10),
            Weighted.choice(() -> couple(60, 88, 0), 19),
            Weighted.choice(() -> couple(26, 49, 1), 25),
            Weighted.choice(() -> couple(30, 47, 2), 9),
            Weighted.choice(this::oneParent, 3),
            Weighted.choice(this::threeGenerations, 13),
            Weighted.choice(() -> withGrownChild(47, 59), 11),
            Weighted.choice(() -> shared(Kind.SHARED, between(2, 4)), 2),
            Weighted.choice(this::elderWithChild, 2),
            Weighted.choice(() -> shared(Kind.COLLECTIVE, between(8, 16)), 0.5));

    Families(Dice dice) {
        this.dice = dice;
    }

    Family next() {
        return shapes.draw(dice).get();
    }

    /** A room in a dormitory. */
    Family dormitory() {
        return shared(Kind.COLLECTIVE, between(3, 6));
    }

    private int between(int low, int high) {
        return dice.between(low, high);
    }

    private Family alone(int youngest, int oldest, boolean settled) {
        var age = ageBetween(youngest, oldest);
        var sex = dice.chance(age >= 60 ? 0.36 : 0.58) ? Sex.MALE : Sex.FEMALE;
        var marital = age >= 60 ? "30" : age < 30 || dice.chance(0.45) ? "10" : "40";
        return family(settled, List.of(stranger(HEAD, sex, age, marital)));
    }

    private Family couple(int youngest, int oldest, int children) {
        var people = pair(ageBetween(youngest, oldest));
        addChildren(people, children);
        return family(people.getFirst().age() >= 33 || dice.chance(0.6), people);
    }

    private Family oneParent() {
        var age = between(30, 48);
        var parent = stranger(HEAD, dice.chance(0.25) ? Sex.MALE : Sex.FEMALE, age, "40");
        var people = new ArrayList<>(List.of(parent));
        addChildren(people, 1);
        return family(true, people);
    }

    private Family withGrownChild(int youngest, int oldest) {
        var people = pair(between(youngest, oldest));
        var age = Math.min(32, Math.max(20, people.getFirst().age() - between(24, 29)));
        people.add(child(people, age, true));
        return family(true, people);
    }

    private Family elderWithChild() {
        var elder = stranger(HEAD, dice.chance(0.3) ? Sex.MALE : Sex.FEMALE, between(66, 90), "30");
        var people = new ArrayList<>(List.of(elder));
        people.add(child(people, elder.age() - between(24, 32), true));
        return family(true, people);
    }

    private Family threeGenerations() {
        var people = pair(between(30, 48));
        addChildren(people, dice.chance(0.8) ? 1 : 2);
        var head = people.getFirst();
        var both = dice.chance(0.45);
        var widower = !both && dice.chance(0.3);
        var age = Math.min(OLDEST, head.age() + between(23, 30));
        var marital = both ? "20" : "30";
        if (both || widower) {
            people.add(figure(FATHER, Sex.MALE, age, marital, surnameOf(head)));
        }
        if (!widower) {
            people.add(stranger(MOTHER, Sex.FEMALE, age - between(0, 3), marital));
        }
        return family(true, people);
    }

    private Family shared(Kind kind, int people) {
        var sex = dice.chance(0.62) ? Sex.MALE : Sex.FEMALE;
        var figures = new ArrayList<Figure>();
        for (var i = 0; i < people; i++) {
            var of = kind == Kind.COLLECTIVE || dice.chance(0.8) ? sex : other(sex);
            figures.add(
                    stranger(i == 0 ? HEAD : NOT_RELATED, of, between(19, kind == Kind.COLLECTIVE ? 52 : 34), "10"));
        }
        return new Family(kind, false, List.copyOf(figures));
    }

    /** Head and spouse; the head is the husband three times in four. */
    private List<Figure> pair(int age) {
        var sex = dice.chance(0.74) ? Sex.MALE : Sex.FEMALE;
        var marital = dice.chance(0.06) ? "22" : "20";
        var apart = dice.chance(0.8) ? between(0, 3) : between(4, 8);
        var spouse = Math.max(22, sex == Sex.MALE ? age - apart : age + apart);
        var mongolian = dice.chance(MONGOLIAN);
        var people = new ArrayList<Figure>();
        people.add(figure(HEAD, sex, age, marital, mongolian ? "" : PersonNames.surname(dice)));
        people.add(figure(
                sex == Sex.MALE ? WIFE : HUSBAND,
                other(sex),
                spouse,
                marital,
                mongolian ? "" : PersonNames.surname(dice)));
        return people;
    }

    private void addChildren(List<Figure> people, int count) {
        var mother = people.stream()
                .filter(one -> one.sex() == Sex.FEMALE)
                .findFirst()
                .orElse(people.getFirst());
        var age = mother.age() - between(22, 32);
        for (var born = 0; born < count; born++) {
            people.add(child(people, Math.clamp(age, 0, 19), count == 1));
            age -= between(2, 7);
        }
    }

    /** Takes the name of the father, or of the mother who is alone. */
    private Figure child(List<Figure> people, int age, boolean only) {
        var sex = dice.chance(0.52) ? Sex.MALE : Sex.FEMALE;
        var father = people.stream()
                .limit(2)
                .filter(one -> one.sex() == Sex.MALE)
                .findFirst()
                .orElse(people.getFirst());
        var before = people.stream()
                .filter(one -> one.relation().startsWith(sex == Sex.MALE ? "2" : "3"))
                .count();
        var rank = only ? 1 : 2 + (int) before;
        return figure((sex == Sex.MALE ? "2" : "3") + rank, sex, age, "10", surnameOf(father));
    }

    private Figure stranger(String relation, Sex sex, int age, String marital) {
        var surname = dice.chance(MONGOLIAN) ? "" : PersonNames.surname(dice);
        return figure(relation, sex, age, marital, surname);
    }

    /** @param surname empty for a Mongolian name, which has none */
    private Figure figure(String relation, Sex sex, int age, String marital, String surname) {
        var birth = AS_OF.minusYears(age).minusDays(1 + dice.below(364));
        var name = surname.isEmpty()
                ? PersonNames.mongolian(dice, sex)
                : surname + PersonNames.given(dice, sex, birth.getYear());
        return new Figure(relation, sex, birth, name, marital);
    }

    private static String surnameOf(Figure figure) {
        return PersonNames.surnameOf(figure.name());
    }

    /** More of the younger than of the oldest. */
    private int ageBetween(int youngest, int oldest) {
        var age = between(youngest, oldest);
        return oldest > 80 ? Math.min(age, between(youngest, oldest)) : age;
    }

    private static Sex other(Sex sex) {
        return sex == Sex.MALE ? Sex.FEMALE : Sex.MALE;
    }

    private static Family family(boolean settled, List<Figure> people) {
        return new Family(Kind.FAMILY, settled, List.copyOf(people));
    }
}
