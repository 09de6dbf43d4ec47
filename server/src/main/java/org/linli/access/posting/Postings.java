package org.linli.access.posting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.linli.access.AccessReason;
import org.linli.access.AccountId;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.access.PostingId;
import org.linli.area.Areas;
import org.linli.area.UnitCode;
import org.linli.shared.DivisionCode;
import org.linli.shared.Ids;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Grants and ends postings, and tells which ones an account holds. */
@Service
public class Postings {

    /** What a security administrator asks for. */
    public record Grant(
            AccountId account,
            String role,
            UnitCode unit,
            DivisionCode area,
            Optional<UnitCode> homeUnit,
            LocalDate from,
            Optional<LocalDate> to) {}

    private final PostingRows rows;
    private final Roles roles;
    private final Areas areas;
    private final AuditTrail audit;
    private final Clock clock;

    Postings(PostingRows rows, Roles roles, Areas areas, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.roles = roles;
        this.areas = areas;
        this.audit = audit;
        this.clock = clock;
    }

    /** The postings that give their rights today; read at every request, so that one that ended has lost them. */
    public List<Posting> validOf(AccountId account) {
        var today = LocalDate.now(clock);
        return rows.ofAccount(account).stream()
                .filter(posting -> posting.isValidOn(today))
                .toList();
    }

    /** A posting, when it gives its rights today. */
    public Optional<Posting> valid(PostingId id) {
        return rows.find(id).filter(posting -> posting.isValidOn(LocalDate.now(clock)));
    }

    /** Postings of a role that give their rights today and reach a place. */
    public List<Posting> validCovering(String role, DivisionCode place) {
        return rows.covering(role, place, LocalDate.now(clock));
    }

    /** All postings an account ever held. */
    public List<Posting> allOf(AccountId account) {
        return rows.ofAccount(account);
    }

    /** The posting and its holder as the one who acts. */
    public Acting acting(Posting posting, String name) {
        return new Acting(
                posting.id(),
                posting.account(),
                name,
                posting.role(),
                posting.unit(),
                posting.area(),
                posting.homeUnit(),
                roles.wordsOf(posting.role()));
    }

    /** @throws Refusal when the role, the unit and the area do not fit, or the account's roles would not combine */
    @Transactional
    public PostingId grant(Acting by, Grant grant) {
        by.require("access.posting.grant", grant.area());
        if (by.account().equals(grant.account())) {
            throw Refusal.because(AccessReason.NOT_ONESELF);
        }
        if (!rows.lockAccount(grant.account())) {
            throw Refusal.because(AccessReason.ACCOUNT_MISSING);
        }
        checkPlace(grant);
        checkSeparation(grant);
        var posting = new Posting(
                new PostingId(Ids.next()),
                grant.account(),
                grant.role(),
                grant.unit(),
                grant.area(),
                grant.homeUnit(),
                grant.from(),
                grant.to(),
                false);
        rows.insert(posting, by.isSystem() ? null : by.account().value(), clock.instant());
        audit.note(by, "access.posting.grant", "posting:" + posting.id().value(), facts(posting));
        return posting.id();
    }

    /** Ends a posting now; whoever acts through it loses its rights with the next request. */
    @Transactional
    public void end(Acting by, PostingId id) {
        var posting = rows.find(id).orElseThrow(() -> Refusal.because(AccessReason.POSTING_MISSING));
        by.require("access.posting.end", posting.area());
        if (by.account().equals(posting.account())) {
            throw Refusal.because(AccessReason.NOT_ONESELF);
        }
        if (posting.ended()) {
            throw Refusal.because(AccessReason.POSTING_ENDED);
        }
        rows.end(id, clock.instant());
        audit.note(by, "access.posting.end", "posting:" + id.value(), facts(posting));
    }

    private void checkPlace(Grant grant) {
        var role = roles.find(grant.role())
                .orElseThrow(() -> Refusal.ofField("role", AccessReason.ROLE_UNKNOWN, grant.role()));
        if (grant.to().filter(last -> last.isBefore(grant.from())).isPresent()) {
            throw Refusal.ofField("to", AccessReason.DATES_REVERSED);
        }
        var unit = areas.unit(grant.unit())
                .orElseThrow(() -> Refusal.ofField("unit", AccessReason.UNIT_UNKNOWN, grant.unit()));
        if (!role.units().contains(unit.kind())) {
            throw Refusal.ofField("unit", AccessReason.UNIT_DOES_NOT_FIT_ROLE, role.key());
        }
        if (areas.division(grant.area()).isEmpty()) {
            throw Refusal.ofField("area", AccessReason.AREA_UNKNOWN, grant.area());
        }
        var served = areas.stationServing(grant.area()).filter(unit::equals).isPresent();
        if (!unit.area().covers(grant.area()) && !served) {
            throw Refusal.ofField("area", AccessReason.AREA_BEYOND_UNIT, grant.area());
        }
        grant.homeUnit().filter(home -> areas.unit(home).isEmpty()).ifPresent(home -> {
            throw Refusal.ofField("homeUnit", AccessReason.UNIT_UNKNOWN, home);
        });
    }

    /** An administrator is one kind of administrator and nothing else. */
    private void checkSeparation(Grant grant) {
        var today = LocalDate.now(clock);
        var held = rows.ofAccount(grant.account()).stream()
                .filter(posting -> posting.countsFrom(today))
                .map(Posting::role)
                .collect(Collectors.toCollection(TreeSet::new));
        var clash = held.stream()
                .filter(role -> !role.equals(grant.role()))
                .anyMatch(role -> roles.isAdministrator(role) || roles.isAdministrator(grant.role()));
        if (clash) {
            throw Refusal.because(AccessReason.ROLES_DO_NOT_COMBINE, String.join(", ", held));
        }
    }

    private static Map<String, String> facts(Posting posting) {
        return Map.of(
                "account", posting.account().value().toString(),
                "role", posting.role(),
                "unit", posting.unit().value(),
                "area", posting.area().value());
    }
}
