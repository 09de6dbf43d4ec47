package org.linli.sync.push;

import java.time.Clock;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.shared.Names;
import org.linli.sync.Assignments;
import org.linli.sync.PhoneNotices;
import org.linli.sync.assignment.HeldScopes;
import org.springframework.stereotype.Component;

/** Tells those who hold a scope now what its former holder's phone still brought (交接期内的修改). */
@Component
class NewHolders {

    private static final Names TEXT = Names.of(
            "您负责的网格里有一条资料刚由前任人员的手机更新，请查看。",
            "A record of your grid was just updated from the phone of whoever held it before; please look.");

    private final Assignments assignments;
    private final PhoneNotices notices;
    private final Clock clock;

    NewHolders(Assignments assignments, PhoneNotices notices, Clock clock) {
        this.assignments = assignments;
        this.notices = notices;
        this.clock = clock;
    }

    void tell(Acting by, HeldScopes held, String scope, String type, UUID entity) {
        if (held.at(clock.instant()).containsKey(scope)) {
            return;
        }
        assignments.holding(scope).stream()
                .map(Assignments.Assignment::account)
                .filter(account -> !account.equals(by.account()))
                .distinct()
                .sorted(Comparator.comparing(account -> account.value()))
                .forEach(account -> notices.tell(
                        account, "changed-by-former-holder", TEXT, Optional.of(new PhoneNotices.About(type, entity))));
    }
}
