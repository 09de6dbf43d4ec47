package org.linli.registry.field;

import org.linli.access.Acting;
import org.linli.registry.Codes.Table;
import org.linli.registry.People;
import org.linli.registry.Person;
import org.linli.registry.PersonId;
import org.linli.registry.Restrictions;
import org.linli.registry.residence.MoveIn;
import org.linli.registry.residence.ResidenceKind;
import org.linli.registry.residence.Residences;
import org.linli.sync.contributions.Change;
import org.springframework.stereotype.Component;

/** Somebody moves in, moves out, has died, or should never have been registered. */
@Component
class MovingOnTheSpot {

    private final People people;
    private final Residences residences;
    private final Restrictions restrictions;
    private final Belonging belonging;

    MovingOnTheSpot(People people, Residences residences, Restrictions restrictions, Belonging belonging) {
        this.people = people;
        this.residences = residences;
        this.restrictions = restrictions;
        this.belonging = belonging;
    }

    void in(Acting by, PersonId person, Change change) {
        var told = new Values(change.arguments());
        var because = FieldReason.of(change, "办理迁入");
        restrictions.requireFree(person, because);
        var from = Values.required("from", told.day("from"));
        residences.moveIn(
                by,
                new MoveIn(
                        person,
                        Values.required("dwelling", told.id("dwelling")),
                        Values.required("kind", told.one("kind", ResidenceKind.class)),
                        told.code("inflowReason", Table.INFLOW_REASON),
                        from),
                because);
        if (told.id("household").isPresent()) {
            belonging.put(by, person, told, from, because);
        }
    }

    void out(Acting by, PersonId person, Change change) {
        var told = new Values(change.arguments());
        var because = FieldReason.of(change, "办理迁出");
        restrictions.requireFree(person, because);
        residences.leaveHome(
                by, person, Values.required("until", told.day("until")), told.yes("registrationStays"), because);
    }

    void died(Acting by, PersonId person, Change change) {
        var on = Values.required("on", new Values(change.arguments()).day("on"));
        people.stand(by, person, Person.Standing.DECEASED, on, FieldReason.of(change, "登记死亡"));
    }

    void registeredInError(Acting by, PersonId person, Change change) {
        people.withdraw(by, person, FieldReason.of(change, "登记有误，作废"));
    }
}
