package org.linli.casework.running;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.linli.access.PostingId;
import org.linli.access.PostingsInForce;
import org.linli.casework.procedure.Procedure;
import org.linli.casework.procedure.Procedure.Reminder;
import org.linli.notify.Notices;
import org.linli.notify.Notices.Notice;
import org.linli.notify.Notices.Recipient;
import org.springframework.stereotype.Component;

/** Notices about cases, to whoever holds one or to the roles that can go on with it. */
@Component
class Telling {

    private final Notices notices;
    private final PostingsInForce postings;

    Telling(Notices notices, PostingsInForce postings) {
        this.notices = notices;
        this.postings = postings;
    }

    void whoeverHasIt(CaseFile file, Procedure procedure, String what, boolean urgent) {
        send(file, holders(file, procedure), what, what + ":" + file.now().revision(), urgent);
    }

    /** @param round how often this rung was sent before for ends of the term that no longer hold */
    void reminded(CaseFile file, Procedure procedure, Reminder rung, int round) {
        var to = new ArrayList<Recipient>();
        for (var told : new TreeSet<>(rung.tell())) {
            if (told.equals(Reminder.ASSIGNEE)) {
                to.addAll(holders(file, procedure));
            } else if (told.equals(Reminder.UNIT)) {
                to.addAll(rolesInCharge(file, procedure));
            } else if (Standings.ANSWERING_FOR_AREAS.contains(told)) {
                // They sit at neither the unit nor the station, but answer for the area.
                postings.covering(told, file.area()).forEach(posting -> to.add(new Recipient.ToPosting(posting)));
            } else {
                to.add(new Recipient.ToRole(file.now().unit(), told));
                if (!file.station().equals(file.now().unit())) {
                    to.add(new Recipient.ToRole(file.station(), told));
                }
            }
        }
        var unique = "reminder:" + rung.code() + (round == 0 ? "" : ":" + round);
        send(file, to, "reminder", unique, rung.red());
    }

    private static Collection<Recipient> holders(CaseFile file, Procedure procedure) {
        var assignee = file.now().assignee();
        return assignee == null
                ? rolesInCharge(file, procedure)
                : List.of(new Recipient.ToPosting(new PostingId(assignee)));
    }

    private static List<Recipient> rolesInCharge(CaseFile file, Procedure procedure) {
        var roles = new TreeSet<String>();
        procedure.actions().stream()
                .filter(action -> action.from().contains(file.now().state()))
                .forEach(action -> roles.addAll(action.who().roles()));
        roles.remove(org.linli.access.Acting.SYSTEM_ROLE);
        return roles.stream()
                .<Recipient>map(role -> new Recipient.ToRole(file.now().unit(), role))
                .toList();
    }

    private void send(CaseFile file, Collection<Recipient> to, String what, String unique, boolean urgent) {
        var notice = new Notice(
                List.copyOf(new java.util.LinkedHashSet<>(to)),
                "notice.casework." + what,
                Map.of("number", file.number()),
                Map.of("title", file.title()),
                "casework:" + file.id().value() + ":" + unique,
                "/casework/cases/" + file.id().value(),
                urgent);
        notices.send(notice);
    }
}
