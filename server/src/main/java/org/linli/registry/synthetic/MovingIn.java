package org.linli.registry.synthetic;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.linli.registry.bulk.Entry;
import org.linli.registry.bulk.Entry.Registered;
import org.linli.registry.synthetic.Family.Figure;
import org.linli.shared.IdDocument;
import org.linli.shared.Sex;

/** Moves families in: people with their documents and phones, their household, and who lives or is registered where. */
final class MovingIn {

    private static final String DISTRICT = "150203";
    private static final int ADULT = 16;
    private static final int OLD = 60;

    private final Dice dice;
    private final Numbering ids;
    private final InventedNumbers numbers;
    private final Consumer<Entry> out;

    MovingIn(Dice dice, Numbering ids, InventedNumbers numbers, Consumer<Entry> out) {
        this.dice = dice;
        this.ids = ids;
        this.numbers = numbers;
        this.out = out;
    }

    /** @param registeredHome for those who rent: the home in which they are registered */
    void family(Family family, Tenure tenure, Home home, Home registeredHome, @Nullable String householdNumber) {
        var origin =
                tenure.fromElsewhere() ? Origins.draw(dice) : new Origins.Origin(DISTRICT, registeredHome.address());
        var since = since(family.figures().getFirst(), tenure);
        var household = ids.next();
        for (var figure : family.figures()) {
            var first = figure.equals(family.figures().getFirst());
            var person = ids.next();
            if (first) {
                out.accept(household(household, householdNumber, family, person, home));
            }
            var registered =
                    family.kind() != Family.Kind.FAMILY && tenure.fromElsewhere() ? Origins.draw(dice) : origin;
            person(person, figure, registered, home.cell());
            identity(person, figure);
            phone(person, figure, 0.88);
            var from = figure.birth().isAfter(since) ? figure.birth() : since;
            out.accept(new Entry.Member(ids.next(), household, person, figure.relation(), from));
            residence(person, figure, tenure, home, registeredHome, from);
        }
    }

    /** A holder of one of the demo's cards, with family, registered at home. */
    void holder(CardPeople.Holder holder, Home home, String householdNumber) {
        var household = ids.next();
        var person = ids.next();
        var from = LocalDate.of(Math.max(2003, holder.figure().birth().getYear() + 20), 5, 1);
        var origin = new Origins.Origin(DISTRICT, home.address());
        var family = new Family(Family.Kind.FAMILY, true, List.of(holder.figure()));
        out.accept(household(household, householdNumber, family, person, home));
        person(person, holder.figure(), origin, home.cell());
        holder.documents()
                .forEach(shown -> out.accept(
                        new Entry.Document(ids.next(), person, shown.document(), null, shown.from(), shown.until())));
        phone(person, holder.figure(), 1);
        out.accept(
                new Entry.Member(ids.next(), household, person, holder.figure().relation(), from));
        out.accept(new Entry.Residence(ids.next(), person, home.id(), Tenure.REGISTERED.residence(), null, from, null));
        for (var other : holder.others()) {
            var id = ids.next();
            var since = other.birth().isAfter(from) ? other.birth() : from;
            person(id, other, origin, home.cell());
            identity(id, other);
            phone(id, other, 1);
            out.accept(new Entry.Member(ids.next(), household, id, other.relation(), since));
            out.accept(
                    new Entry.Residence(ids.next(), id, home.id(), Tenure.REGISTERED.residence(), null, since, null));
        }
    }

    private static Entry household(UUID id, @Nullable String number, Family family, UUID head, Home home) {
        var kind = family.kind() == Family.Kind.FAMILY ? "FAMILY" : "COLLECTIVE";
        return new Entry.Household(id, number, kind, head, home.id(), home.cell());
    }

    private void person(UUID id, Figure figure, Origins.Origin registered, String cell) {
        var age = figure.age();
        var nativePlace = registered.code().equals(DISTRICT) && dice.chance(0.55) ? DISTRICT : Origins.code(dice);
        out.accept(new Entry.Person(
                id,
                figure.name(),
                null,
                figure.sex(),
                figure.birth(),
                age < 20 ? "10" : figure.marital(),
                Lives.education(dice, age),
                Lives.occupation(dice, age, figure.sex()),
                Lives.employer(dice, age, figure.sex()),
                nativePlace,
                new Registered(registered.code(), registered.address()),
                cell));
    }

    private void identity(UUID person, Figure figure) {
        var age = figure.age();
        var number = numbers.identity(figure.birth(), figure.sex());
        var card = age >= ADULT || age >= 6 && dice.chance(0.5);
        var kind = card ? IdDocument.Kind.RESIDENT_ID : IdDocument.Kind.HOUSEHOLD_REGISTER;
        var years = age < ADULT ? 5 : age < 26 ? 10 : 20;
        var from = card ? Families.AS_OF.minusDays(dice.between(30, 365 * Math.min(years, 12) - 30)) : null;
        if (from != null && from.isBefore(figure.birth().plusDays(90))) {
            from = figure.birth().plusDays(90);
        }
        var until = from == null || age >= 46 ? null : from.plusYears(years);
        out.accept(new Entry.Document(ids.next(), person, new IdDocument(kind, number), null, from, until));
        if (age >= 18 && age < 75 && dice.chance(0.04)) {
            var issued = Families.AS_OF.minusDays(dice.between(60, 3500));
            var passport = new IdDocument(IdDocument.Kind.PASSPORT, numbers.passport());
            out.accept(new Entry.Document(ids.next(), person, passport, "CHN", issued, issued.plusYears(10)));
        }
    }

    private void phone(UUID person, Figure figure, double share) {
        if (figure.age() >= 12 && dice.chance(figure.age() >= 75 ? share - 0.2 : share)) {
            out.accept(new Entry.Phone(ids.next(), person, numbers.phone(), true));
        }
    }

    private void residence(UUID person, Figure figure, Tenure tenure, Home home, Home registeredHome, LocalDate from) {
        var away = tenure == Tenure.REGISTERED && figure.age() >= 19 && figure.age() < 45 && dice.chance(0.03);
        var kind = away ? "LIVING_ELSEWHERE" : tenure.residence();
        var reason = tenure.fromElsewhere() ? Lives.inflowReason(dice, figure) : null;
        out.accept(new Entry.Residence(ids.next(), person, home.id(), kind, reason, from, null));
        if (tenure == Tenure.RENTING && !registeredHome.id().equals(home.id())) {
            out.accept(
                    new Entry.Residence(ids.next(), person, registeredHome.id(), "LIVING_ELSEWHERE", null, from, null));
        }
    }

    private LocalDate since(Figure head, Tenure tenure) {
        var longest = tenure == Tenure.REGISTERED || tenure == Tenure.FLOATING_OWNER ? 35 : 8;
        var grown = head.age() >= OLD ? 25 : Math.max(1, head.age() - 18);
        return dice.day(Families.AS_OF.minusYears(Math.min(longest, grown)), Families.AS_OF.minusDays(20));
    }

    static boolean isOfWorkingAge(int age, Sex sex) {
        return age >= 19 && age < (sex == Sex.MALE ? OLD : 55);
    }
}
