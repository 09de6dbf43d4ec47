package org.linli.eldercare.call;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.area.Areas;
import org.linli.eldercare.EldercareWords;
import org.linli.privacy.DisclosureLedger;
import org.linli.privacy.Masking;
import org.linli.registry.Home;
import org.linli.registry.People;
import org.linli.registry.Person;
import org.linli.registry.PersonId;
import org.linli.registry.Restrictions;
import org.linli.shared.Names;
import org.linli.shared.Sex;
import org.linli.wearables.Wearables;
import org.springframework.stereotype.Component;

/** Who may be calling, as the base and the watches know them: for the operator who looks after the call only. */
@Component
class Callers {

    private static final int MOST = 20;

    private final People people;
    private final Restrictions restrictions;
    private final Wearables wearables;
    private final Areas areas;
    private final DisclosureLedger ledger;
    private final Clock clock;

    Callers(
            People people,
            Restrictions restrictions,
            Wearables wearables,
            Areas areas,
            DisclosureLedger ledger,
            Clock clock) {
        this.people = people;
        this.restrictions = restrictions;
        this.wearables = wearables;
        this.areas = areas;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Somebody who may be calling.
     *
     * @param name in full; masked while the person's data may only be stored, and then nothing else is told
     * @param age in full years today
     * @param address where they live, with the door
     * @param place community or sub-district they count in
     * @param named whether the operator found the call to be about them
     */
    record CallerView(
            UUID id,
            String name,
            @Nullable Sex sex,
            @Nullable Integer age,
            @Nullable String phone,
            @Nullable String address,
            Names place,
            Person.Standing standing,
            boolean restricted,
            boolean named,
            List<WatchView> watches) {}

    /** @param openAlarms how many of its alarms nobody has closed */
    record WatchView(int id, String number, int openAlarms) {}

    /** Those who have the number, and the one the call was found to be about; each is noted in the disclosure ledger. */
    List<CallerView> of(Acting by, Call call) {
        var named = call.person().map(PersonId::new).map(people::resolve);
        var known = call.caller().map(number -> people.withPhone(number, MOST)).orElse(List.of());
        return Stream.concat(named.stream(), known.stream())
                .distinct()
                .flatMap(id -> people.person(id).stream())
                .filter(person -> by.area().covers(person.division()))
                .map(person -> shown(
                        by, call, person, named.filter(person.id()::equals).isPresent()))
                .toList();
    }

    private CallerView shown(Acting by, Call call, Person person, boolean named) {
        var place = areas.division(person.division().upTo(level(person)))
                .map(Areas.Division::shortNames)
                .orElseGet(() ->
                        Names.of(person.division().value(), person.division().value()));
        if (!restrictions.among(List.of(person.id())).isEmpty()) {
            return new CallerView(
                    person.id().value(),
                    Masking.name(person.facts().name()),
                    null,
                    null,
                    null,
                    null,
                    place,
                    person.standing(),
                    true,
                    named,
                    List.of());
        }
        ledger.note(
                by,
                "person:" + person.id(),
                Set.of("name", "phone", "address"),
                EldercareWords.ANSWER_CALLS,
                "call:" + call.id());
        return new CallerView(
                person.id().value(),
                person.facts().name(),
                person.facts().sex(),
                person.facts()
                        .birth()
                        .map(birth -> birth.until(LocalDate.now(clock)).getYears())
                        .orElse(null),
                person.phone().orElse(null),
                people.home(person.id()).map(Home::address).orElse(null),
                place,
                person.standing(),
                false,
                named,
                people.recordsOf(person.id()).stream()
                        .flatMap(record -> wearables.wornBy(record.value()).stream())
                        .map(worn -> new WatchView(worn.id(), worn.number(), worn.openAlarms()))
                        .toList());
    }

    private static org.linli.shared.DivisionCode.Level level(Person person) {
        var own = person.division().level();
        var community = org.linli.shared.DivisionCode.Level.COMMUNITY;
        return own.compareTo(community) > 0 ? community : own;
    }
}
