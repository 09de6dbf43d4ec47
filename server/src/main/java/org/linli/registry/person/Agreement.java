package org.linli.registry.person;

import java.time.LocalDate;
import java.util.List;
import org.linli.registry.PersonFacts;
import org.linli.registry.RegistryReason;
import org.linli.shared.IdDocument;
import org.linli.shared.IdNumber;
import org.linli.shared.Refusal;
import org.linli.shared.Sex;

/** An identity number holds the birth date and the sex; facts that say otherwise are wrong. */
final class Agreement {

    private Agreement() {}

    static void require(PersonFacts facts, List<IdDocument> held, LocalDate today) {
        facts.birth().filter(day -> day.isAfter(today)).ifPresent(day -> {
            throw Refusal.ofField("birth", RegistryReason.DATE_IN_FUTURE, day);
        });
        held.stream().flatMap(document -> document.idNumber().stream()).forEach(number -> require(facts, number));
    }

    private static void require(PersonFacts facts, IdNumber number) {
        var sexFits = facts.sex() == number.sex() || facts.sex() == Sex.UNKNOWN || facts.sex() == Sex.UNSTATED;
        if (!sexFits || facts.birth().filter(day -> !day.equals(number.birth())).isPresent()) {
            throw Refusal.because(RegistryReason.NOT_AS_THE_NUMBER_SAYS);
        }
    }
}
