package org.linli.registry.finding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.area.Areas;
import org.linli.registry.People;
import org.linli.registry.PhoneNumber;
import org.linli.registry.RegistryReason;
import org.linli.registry.finding.FindingQueries.Hit;
import org.linli.registry.person.DocumentRows;
import org.linli.registry.person.PhoneRows;
import org.linli.shared.DivisionCode;
import org.linli.shared.IdNumber;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds people by whatever somebody at a window has: a name, its initials, a number, a phone, an address, a cell. */
@Service
public class FindPeople {

    /** By what somebody was looked for. */
    public enum By {
        NAME,
        DOCUMENT,
        PHONE,
        ADDRESS,
        HOUSEHOLD,
        GRID_CELL
    }

    /**
     * What was found.
     *
     * @param elsewhere how many have this very document or phone outside the area of the posting
     * @param next where the next page begins
     */
    public record Found(By by, List<PersonLine> people, int elsewhere, Optional<String> next) {}

    private static final int PAGE = 20;

    /** Read for a page: some hits may repeat somebody. */
    private static final int AHEAD = 31;

    private static final int MOST_AT_ONCE = 100;
    private static final UUID FIRST = new UUID(0, 0);
    private static final Pattern ID_NUMBER = Pattern.compile("\\d{15}|\\d{17}[0-9xX]");
    private static final Pattern HOUSEHOLD = Pattern.compile("\\d{9}");
    private static final Pattern OTHER_DOCUMENT = Pattern.compile("[A-Za-z]{1,3}\\d{7,12}|\\d{8}");

    private final FindingQueries queries;
    private final DocumentRows documents;
    private final PhoneRows phones;
    private final PersonLines lines;
    private final Areas areas;
    private final AuditTrail audit;
    private final Clock clock;

    FindPeople(
            FindingQueries queries,
            DocumentRows documents,
            PhoneRows phones,
            PersonLines lines,
            Areas areas,
            AuditTrail audit,
            Clock clock) {
        this.queries = queries;
        this.documents = documents;
        this.phones = phones;
        this.lines = lines;
        this.areas = areas;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Finds people inside the area of the posting; what was typed says by itself what it is.
     *
     * @param after where the page before ended
     */
    @Transactional
    public Found find(Acting by, String typed, Optional<String> after) {
        by.require(People.READ);
        var text = typed.strip();
        var compact = text.replaceAll("[\\s-]", "");
        var found = recognised(by, text, compact, after);
        audit.note(
                by,
                People.READ,
                "search:" + found.by(),
                Map.of("found", Integer.toString(found.people().size())));
        return found;
    }

    private Found recognised(Acting by, String text, String compact, Optional<String> after) {
        if (isCell(compact)) {
            return inCell(by, DivisionCode.of(compact), after);
        }
        if (ID_NUMBER.matcher(compact).matches()) {
            return exact(By.DOCUMENT, by, documents.holders(number(compact)));
        }
        if (HOUSEHOLD.matcher(compact).matches()) {
            return exact(By.HOUSEHOLD, by, queries.byHousehold(compact));
        }
        return PhoneNumber.isLike(text)
                ? exact(By.PHONE, by, phones.holders(PhoneNumber.read(text), MOST_AT_ONCE))
                : byWords(by, text, after);
    }

    private Found byWords(Acting by, String text, Optional<String> after) {
        if (OTHER_DOCUMENT.matcher(text).matches()) {
            return exact(By.DOCUMENT, by, documents.holders(text.toUpperCase(Locale.ROOT)));
        }
        if (text.chars().anyMatch(Character::isDigit)) {
            return byAddress(by, text);
        }
        var named = byName(by, text, after);
        return named.people().isEmpty() && after.isEmpty() ? orAddress(named, byAddress(by, text)) : named;
    }

    private static Found orAddress(Found named, Found living) {
        return living.people().isEmpty() ? named : living;
    }

    private Found byName(Acting by, String text, Optional<String> after) {
        var key = LookupKeys.typed(text);
        if (key.isEmpty()) {
            throw Refusal.because(RegistryReason.TOO_LITTLE_TO_FIND, 1);
        }
        var hits = by.area().level().compareTo(DivisionCode.Level.DISTRICT) <= 0
                ? queries.byKey(by.area(), key, start(after), AHEAD)
                : queries.byKey(communities(by.area()), key, start(after), AHEAD);
        return page(By.NAME, hits);
    }

    private Found inCell(Acting by, DivisionCode cell, Optional<String> after) {
        by.require(People.READ, cell);
        return page(By.GRID_CELL, queries.inArea(cell, start(after), AHEAD));
    }

    private Found byAddress(Acting by, String text) {
        var communities = communities(by.area());
        for (var said : SaidAddress.readings(text)) {
            var people = queries.byAddress(communities, said, MOST_AT_ONCE);
            if (!people.isEmpty()) {
                return new Found(By.ADDRESS, lines.of(people.stream().distinct().toList()), 0, Optional.empty());
            }
        }
        return new Found(By.ADDRESS, List.of(), 0, Optional.empty());
    }

    private Found exact(By what, Acting by, List<UUID> people) {
        var inside = queries.inside(people, by.area());
        return new Found(what, lines.of(inside), people.size() - inside.size(), Optional.empty());
    }

    /** A page of those who come for the first time; hits that repeat somebody are passed over. */
    private Found page(By what, List<Hit> hits) {
        var people = new ArrayList<UUID>();
        var last = start(Optional.empty());
        for (var hit : hits) {
            if (people.size() == PAGE) {
                return new Found(what, lines.of(people), 0, Optional.of(last.key() + "/" + last.person()));
            }
            if (!hit.repeated()) {
                people.add(hit.person());
            }
            last = hit;
        }
        var next = hits.size() == AHEAD ? Optional.of(last.key() + "/" + last.person()) : Optional.<String>empty();
        return new Found(what, lines.of(people), 0, next);
    }

    private static Hit start(Optional<String> after) {
        return after.map(FindPeople::hit).orElse(new Hit("", FIRST, false));
    }

    private static Hit hit(String after) {
        var slash = after.lastIndexOf('/');
        try {
            return new Hit(after.substring(0, Math.max(0, slash)), UUID.fromString(after.substring(slash + 1)), false);
        } catch (IllegalArgumentException notOurs) {
            return new Hit("", FIRST, false);
        }
    }

    private String number(String typed) {
        return IdNumber.read(typed, LocalDate.now(clock)).value();
    }

    private boolean isCell(String text) {
        return text.length() == 15
                && DivisionCode.isValid(text)
                && areas.division(DivisionCode.of(text)).isPresent();
    }

    /** The communities of an area, and what lies above them for people of whom no more is known. */
    private List<String> communities(DivisionCode area) {
        var codes = new ArrayList<String>();
        collect(area.upTo(DivisionCode.Level.COMMUNITY), codes);
        return codes;
    }

    private void collect(DivisionCode division, List<String> codes) {
        codes.add(division.value());
        if (division.level() != DivisionCode.Level.COMMUNITY) {
            areas.within(division).forEach(inside -> collect(inside.code(), codes));
        }
    }
}
