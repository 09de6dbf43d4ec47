package org.linli.rights.request;

import java.util.Map;
import java.util.Optional;
import org.linli.access.Acting;
import org.linli.registry.Because;
import org.linli.registry.People;
import org.linli.registry.PersonFacts;
import org.linli.registry.PersonId;
import org.linli.rights.RightsReason;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Component;

/** Puts what was asked for into the base, through its own rules. */
@Component
class CorrectingRecord {

    private final People people;

    CorrectingRecord(People people) {
        this.people = people;
    }

    void apply(Acting by, Request request, PersonId id, Because because) {
        var wanted = request.wish().corrections();
        var record = people.resolve(id);
        var person = people.person(record).orElseThrow(() -> Refusal.because(RightsReason.NOT_IN_BASE));
        people.correct(by, record, person.revision(), corrected(person.facts(), wanted), because);
        Optional.ofNullable(wanted.get(CorrectedField.PHONE))
                .ifPresent(phone -> people.addPhone(by, record, phone, because));
    }

    private static PersonFacts corrected(PersonFacts facts, Map<CorrectedField, String> wanted) {
        return new PersonFacts(
                wanted.getOrDefault(CorrectedField.NAME, facts.name()),
                either(wanted, CorrectedField.FORMER_NAME, facts.formerName()),
                either(wanted, CorrectedField.PINYIN, facts.pinyin()),
                facts.sex(),
                facts.birth(),
                either(wanted, CorrectedField.MARITAL_STATUS, facts.maritalStatus()),
                either(wanted, CorrectedField.EDUCATION, facts.education()),
                either(wanted, CorrectedField.OCCUPATION, facts.occupation()),
                either(wanted, CorrectedField.EMPLOYER, facts.employer()),
                either(wanted, CorrectedField.NATIVE_PLACE, facts.nativePlace()),
                facts.registeredDivision(),
                either(wanted, CorrectedField.REGISTERED_ADDRESS, facts.registeredAddress()));
    }

    private static Optional<String> either(
            Map<CorrectedField, String> wanted, CorrectedField field, Optional<String> held) {
        return Optional.ofNullable(wanted.get(field)).or(() -> held);
    }
}
