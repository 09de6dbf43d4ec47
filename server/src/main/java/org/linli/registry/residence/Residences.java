package org.linli.registry.residence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.registry.Because;
import org.linli.registry.People;
import org.linli.registry.Person;
import org.linli.registry.PersonId;
import org.linli.registry.RegistryReason;
import org.linli.registry.change.Change;
import org.linli.registry.change.Changes;
import org.linli.registry.dwelling.Dwellings;
import org.linli.registry.residence.ResidenceRows.Mover;
import org.linli.registry.residence.ResidenceRows.ResidenceRow;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves people in and out. Somebody lives in one dwelling at most and is registered, without living there, in one at
 * most; a person counts where the one, else the other, counts.
 */
@Service
public class Residences {

    private final ResidenceRows rows;
    private final Dwellings dwellings;
    private final People people;
    private final Changes changes;
    private final AuditTrail audit;
    private final Clock clock;

    Residences(ResidenceRows rows, Dwellings dwellings, People people, Changes changes, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.dwellings = dwellings;
        this.people = people;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /** Moves somebody in, and out of where they lived; the registration stays where it was unless it moves along. */
    @Transactional
    public UUID moveIn(Acting by, MoveIn in, Because because) {
        var division = dwellings.requireStanding(in.dwelling());
        by.require(Dwellings.WRITE, division);
        var mover = mover(in.person());
        requireDate("from", in.from(), mover.birth());
        var open = rows.open(in.person());
        if (open.stream().anyMatch(row -> row.dwelling().equals(in.dwelling()) && row.kind() == in.kind())) {
            throw Refusal.because(RegistryReason.LIVES_THERE_ALREADY);
        }
        var change = changes.begin(by, because);
        open.stream().filter(row -> isFollowedBy(row, in.kind())).forEach(row -> end(row, in.from(), change));
        keepRegistration(open, in, change);
        var id = rows.add(in.person(), in.dwelling(), in.kind(), in.inflowReason(), in.from(), change);
        if (!mover.standing().equals(Person.Standing.PRESENT.name())) {
            people.stand(by, in.person(), Person.Standing.PRESENT, because);
        }
        settle(by, in.person(), because);
        audit.note(by, "registry.residence.move-in", "person:" + in.person(), Map.of("dwelling", "" + in.dwelling()));
        return id;
    }

    /**
     * Moves somebody out to outside the district.
     *
     * @param registrationStays whether somebody registered in the dwelling stays registered there
     */
    @Transactional
    public void moveOut(
            Acting by, UUID residence, int revision, LocalDate until, boolean registrationStays, Because because) {
        var row = living(by, residence);
        requireRevision(row, revision);
        if (row.until() != null) {
            throw Refusal.because(RegistryReason.MOVED_OUT_ALREADY);
        }
        requireDate("until", until, row.from());
        mover(row.person());
        var change = changes.begin(by, because);
        rows.end(row.id(), until, change);
        if (registrationStays && row.kind() == ResidenceKind.REGISTERED_HERE) {
            rows.add(row.person(), row.dwelling(), ResidenceKind.LIVING_ELSEWHERE, Optional.empty(), until, change);
        }
        settle(by, row.person(), because);
        audit.note(
                by, "registry.residence.move-out", "person:" + row.person(), Map.of("dwelling", "" + row.dwelling()));
    }

    /** What a residence was wrongly said to be. */
    public record Correction(
            ResidenceKind kind,
            Optional<String> inflowReason,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    @Transactional
    void correct(Acting by, UUID residence, int revision, Correction to, Because because) {
        var row = living(by, residence);
        requireRevision(row, revision);
        var mover = mover(row.person());
        MoveIn.requireReason(to.kind(), to.inflowReason());
        if (to.from() != null) {
            requireDate("from", to.from(), mover.birth());
        }
        if (to.until() != null) {
            requireDate("until", to.until(), to.from());
        } else if (rows.open(row.person()).stream()
                .anyMatch(other -> !other.id().equals(residence)
                        && other.kind().isLivedIn() == to.kind().isLivedIn())) {
            throw Refusal.because(RegistryReason.LIVES_ELSEWHERE_ALREADY);
        }
        rows.correct(
                residence, revision, to.kind(), to.inflowReason(), to.from(), to.until(), changes.begin(by, because));
        settle(by, row.person(), because);
        audit.note(by, "registry.residence.correct", "person:" + row.person(), Map.of());
    }

    @Transactional
    void voidOne(Acting by, UUID residence, int revision, Because because) {
        var row = living(by, residence);
        requireRevision(row, revision);
        mover(row.person());
        rows.voidOne(residence, revision, changes.begin(by, because));
        settle(by, row.person(), because);
        audit.note(by, "registry.residence.void", "person:" + row.person(), Map.of());
    }

    /** Somebody counts where they live, else where they are registered; with neither they have left. */
    private void settle(Acting by, PersonId person, Because because) {
        var open = rows.open(person);
        var home = open.stream()
                .filter(row -> row.kind().isLivedIn())
                .findFirst()
                .or(() -> open.stream().findFirst());
        if (home.isPresent()) {
            people.moveTo(by, person, home.get().division(), because);
        } else {
            people.stand(by, person, Person.Standing.LEFT, because);
        }
    }

    /** Whoever moves in somewhere ends living where they lived; whoever is registered anew, the old registration. */
    private static boolean isFollowedBy(ResidenceRow row, ResidenceKind kind) {
        return switch (kind) {
            case REGISTERED_HERE -> true;
            case FLOATING -> true;
            case RENTAL -> row.kind().isLivedIn();
            case LIVING_ELSEWHERE -> !row.kind().isLivedIn() || row.kind() == ResidenceKind.REGISTERED_HERE;
        };
    }

    /** Renting elsewhere in the district leaves the registration where it was. */
    private void keepRegistration(List<ResidenceRow> open, MoveIn in, Change change) {
        if (in.kind() != ResidenceKind.RENTAL) {
            return;
        }
        open.stream()
                .filter(row -> row.kind() == ResidenceKind.REGISTERED_HERE)
                .forEach(row -> rows.add(
                        row.person(),
                        row.dwelling(),
                        ResidenceKind.LIVING_ELSEWHERE,
                        Optional.empty(),
                        in.from(),
                        change));
    }

    private void end(ResidenceRow row, LocalDate until, Change change) {
        var from = row.from();
        if (from != null && until.isBefore(from)) {
            throw Refusal.ofField("from", RegistryReason.DATES_REVERSED);
        }
        rows.end(row.id(), until, change);
    }

    private ResidenceRow living(Acting by, UUID residence) {
        by.require(Dwellings.WRITE);
        var row = rows.find(residence).orElseThrow(() -> Refusal.because(RegistryReason.UNKNOWN_RESIDENCE));
        by.require(Dwellings.WRITE, row.division());
        if (row.voided()) {
            throw Refusal.because(RegistryReason.VOIDED);
        }
        return row;
    }

    private Mover mover(PersonId person) {
        var mover = rows.lockPerson(person).orElseThrow(() -> Refusal.because(RegistryReason.UNKNOWN_PERSON));
        if (mover.voided()) {
            throw Refusal.because(RegistryReason.VOIDED);
        }
        if (mover.standing().equals(Person.Standing.DECEASED.name())) {
            throw Refusal.because(RegistryReason.DECEASED);
        }
        return mover;
    }

    private void requireDate(String field, LocalDate day, @Nullable LocalDate earliest) {
        if (day.isAfter(LocalDate.now(clock))) {
            throw Refusal.ofField(field, RegistryReason.DATE_IN_FUTURE, day);
        }
        if (earliest != null && day.isBefore(earliest)) {
            throw Refusal.ofField(field, RegistryReason.DATES_REVERSED);
        }
    }

    private static void requireRevision(ResidenceRow row, int revision) {
        if (row.revision() != revision) {
            throw Refusal.because(RegistryReason.STALE);
        }
    }

    /** Those who live in a dwelling count where it counts. */
    @Transactional
    public void follow(Acting by, UUID dwelling, Because because) {
        rows.openIn(dwelling).forEach(row -> settle(by, row.person(), because));
    }

    /** On what footing somebody lives somewhere. */
    public record Stay(ResidenceKind kind, Optional<String> inflowReason) {}

    /** How somebody lives in a dwelling today. */
    @Transactional(readOnly = true)
    public Optional<Stay> stayIn(PersonId person, UUID dwelling) {
        return rows.open(person).stream()
                .filter(row -> row.dwelling().equals(dwelling))
                .map(row -> new Stay(row.kind(), row.inflowReason()))
                .findFirst();
    }

    /** Corrects on what footing and since when somebody lives where they live. */
    @Transactional
    public void correctHome(Acting by, PersonId person, UnaryOperator<Correction> to, Because because) {
        var row = homeOf(person);
        var was = new Correction(row.kind(), row.inflowReason(), row.from(), null);
        correct(by, row.id(), row.revision(), to.apply(was), because);
    }

    /** Moves somebody out of where they live, or off where they are registered, to outside the district. */
    @Transactional
    public void leaveHome(Acting by, PersonId person, LocalDate until, boolean registrationStays, Because because) {
        var row = homeOf(person);
        moveOut(by, row.id(), row.revision(), until, registrationStays, because);
    }

    /** Held with the person until the transaction ends. */
    private ResidenceRow homeOf(PersonId person) {
        mover(person);
        var open = rows.open(person);
        return open.stream()
                .filter(row -> row.kind().isLivedIn())
                .findFirst()
                .or(() -> open.stream().findFirst())
                .orElseThrow(() -> Refusal.because(RegistryReason.UNKNOWN_RESIDENCE));
    }
}
