package org.linli.registry.finding;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.linli.privacy.Masking;
import org.linli.registry.finding.PersonLineQueries.Line;
import org.linli.registry.listing.PlaceNames;
import org.linli.registry.sealing.Seals;
import org.springframework.stereotype.Component;

/** People as lines of a list, every personal value masked. */
@Component
public class PersonLines {

    private final PersonLineQueries queries;
    private final Seals seals;
    private final PlaceNames places;
    private final Clock clock;

    PersonLines(PersonLineQueries queries, Seals seals, PlaceNames places, Clock clock) {
        this.queries = queries;
        this.seals = seals;
        this.places = places;
        this.clock = clock;
    }

    /** One line for each that exists, in the order given. */
    public List<PersonLine> of(Collection<UUID> people) {
        var today = LocalDate.now(clock);
        Map<UUID, Line> lines =
                queries.lines(people, today).stream().collect(Collectors.toMap(Line::id, Function.identity()));
        return people.stream()
                .map(lines::get)
                .filter(Objects::nonNull)
                .map(line -> view(line, today))
                .toList();
    }

    private PersonLine view(Line line, LocalDate today) {
        return new PersonLine(
                line.id(),
                Masking.name(line.name()),
                line.sex(),
                line.birth()
                        .map(birth -> Period.between(birth, today).getYears())
                        .orElse(null),
                line.documentKind().orElse(null),
                line.number().map(seals::openNumber).map(PersonLines::masked).orElse(null),
                line.phone().map(seals::openPhone).map(Masking::phone).orElse(null),
                line.compound().map(compound -> compound + "***").orElse(null),
                line.division().value(),
                places.of(line.division()),
                line.standing(),
                line.restricted());
    }

    private static String masked(String number) {
        return number.length() == 18 ? Masking.idNumber(number) : Masking.document(number);
    }
}
