package org.linli.registry.person;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.linli.area.Areas;
import org.linli.privacy.Masking;
import org.linli.registry.Codes;
import org.linli.registry.Person;
import org.linli.registry.PersonFacts;
import org.linli.registry.PersonId;
import org.linli.registry.Restrictions;
import org.linli.registry.finding.Spelling;
import org.linli.registry.person.PersonPageQueries.MemberRow;
import org.linli.registry.person.PersonPageQueries.ResidenceRow;
import org.linli.registry.person.PersonView.DocumentView;
import org.linli.registry.person.PersonView.HomeMemberView;
import org.linli.registry.person.PersonView.HomeView;
import org.linli.registry.person.PersonView.PhoneView;
import org.linli.registry.person.PersonView.ResidenceLineView;
import org.linli.shared.DivisionCode;
import org.linli.shared.Names;
import org.springframework.stereotype.Component;

/** Makes the page of a person, masked or in full. */
@Component
class PersonViews {

    private final PersonPageQueries queries;
    private final Restrictions restrictions;
    private final Areas areas;
    private final Clock clock;

    PersonViews(PersonPageQueries queries, Restrictions restrictions, Areas areas, Clock clock) {
        this.queries = queries;
        this.restrictions = restrictions;
        this.areas = areas;
        this.clock = clock;
    }

    PersonView view(Person person, Instant at, boolean full) {
        var facts = person.facts();
        var day = LocalDate.ofInstant(at, clock.getZone());
        return new PersonView(
                person.id().value(),
                full,
                person.revision(),
                name(facts.name(), full),
                shown(facts.formerName(), Masking::name, full),
                full ? facts.pinyin().orElseGet(() -> Spelling.of(facts.name()).pinyin()) : null,
                facts.pinyin().isPresent(),
                facts.sex(),
                facts.birth()
                        .map(birth -> full ? birth.toString() : Integer.toString(birth.getYear()))
                        .orElse(null),
                age(facts, day),
                facts.maritalStatus().orElse(null),
                facts.education().orElse(null),
                shown(facts.occupation(), UnaryOperator.identity(), full),
                shown(facts.employer(), UnaryOperator.identity(), full),
                facts.nativePlace().orElse(null),
                facts.registeredDivision().map(DivisionCode::value).orElse(null),
                shown(facts.registeredAddress(), Masking::address, full),
                person.standing(),
                person.standingSince().orElse(null),
                !restrictions.among(Set.of(person.id())).isEmpty(),
                person.division().value(),
                places(person.division()),
                person.documents().stream().map(held -> document(held, full)).toList(),
                person.phones().stream().map(held -> phone(held, full)).toList(),
                queries.residences(person.id(), at).stream()
                        .map(row -> residence(row, full))
                        .toList(),
                household(person.id(), at, day, full));
    }

    private static String name(String name, boolean full) {
        return full ? name : Masking.name(name);
    }

    private static @Nullable String shown(Optional<String> text, UnaryOperator<String> masking, boolean full) {
        return text.map(one -> full ? one : masking.apply(one)).orElse(null);
    }

    private static @Nullable Integer age(PersonFacts facts, LocalDate day) {
        return facts.birth().map(birth -> Period.between(birth, day).getYears()).orElse(null);
    }

    private static DocumentView document(Person.HeldDocument held, boolean full) {
        var number = held.document().number();
        var masked = held.document().idNumber().isPresent() ? Masking.idNumber(number) : Masking.document(number);
        return new DocumentView(
                held.id(),
                held.document().kind(),
                full ? number : masked,
                held.validFrom().orElse(null),
                held.validUntil().orElse(null));
    }

    private static PhoneView phone(Person.HeldPhone held, boolean full) {
        return new PhoneView(held.id(), full ? held.number() : Masking.phone(held.number()), held.preferred());
    }

    private static ResidenceLineView residence(ResidenceRow row, boolean full) {
        return new ResidenceLineView(
                row.id(),
                row.dwelling(),
                full ? row.compound() + " " + row.door() : row.compound() + "***",
                row.kind(),
                row.inflowReason()
                        .flatMap(code -> Codes.name(Codes.Table.INFLOW_REASON, code))
                        .orElse(null),
                row.from().orElse(null),
                row.until().orElse(null));
    }

    private @Nullable HomeView household(PersonId person, Instant at, LocalDate day, boolean full) {
        var members = queries.household(person, at);
        if (members.isEmpty()) {
            return null;
        }
        var first = members.getFirst();
        return new HomeView(
                first.household(),
                shown(first.householdNumber(), Masking::document, full),
                members.stream().map(row -> member(row, person, day, full)).toList());
    }

    private static HomeMemberView member(MemberRow row, PersonId self, LocalDate day, boolean full) {
        return new HomeMemberView(
                row.person(),
                name(row.name(), full),
                row.sex(),
                row.birth().map(birth -> Period.between(birth, day).getYears()).orElse(null),
                row.relation(),
                Codes.name(Codes.Table.RELATION, row.relation())
                        .orElseGet(() -> Names.of(row.relation(), row.relation())),
                row.person().equals(self.value()));
    }

    private List<Names> places(DivisionCode division) {
        var places = new ArrayList<Names>();
        for (var level :
                List.of(DivisionCode.Level.SUB_DISTRICT, DivisionCode.Level.COMMUNITY, DivisionCode.Level.GRID_CELL)) {
            var code = division.upTo(level);
            if (code.level() == level) {
                areas.division(code).map(Areas.Division::shortNames).ifPresent(places::add);
            }
        }
        return places;
    }
}
