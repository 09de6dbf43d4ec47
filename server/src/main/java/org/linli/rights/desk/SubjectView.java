package org.linli.rights.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.privacy.Masking;
import org.linli.registry.Person;
import org.linli.registry.Restrictions.Ground;
import org.linli.registry.Restrictions.Restriction;
import org.linli.rights.holding.Holdings.Held;
import org.linli.rights.request.RequestKind;
import org.linli.rights.request.RequestsAbout.Earlier;
import org.linli.shared.IdDocument;
import org.linli.shared.Names;
import org.linli.shared.PersonalHoldings.Holding;
import org.linli.shared.PersonalHoldings.Kind;

/**
 * The person at the desk and what is held, without the values; the values go into a copy.
 *
 * @param person the record of the base, where there is one
 */
record SubjectView(
        @Nullable UUID person,
        @Nullable String maskedName,
        String maskedDocument,
        Person.@Nullable Standing standing,
        boolean restricted,
        List<RestrictionView> restrictions,
        List<HolderView> holders,
        List<EarlierRequestView> requests) {

    record RestrictionView(
            UUID id,
            Ground ground,
            Instant since,
            String setBy,
            @Nullable Instant liftedAt) {}

    /** A module and the kinds of data it may hold. */
    record HolderView(Names holder, List<KindView> kinds) {}

    /**
     * One kind of data.
     *
     * @param findable whether it can be told whose it is
     * @param count how many entries there are about this person, with earlier states
     */
    record KindView(
            String code,
            Names names,
            Names basis,
            Names kept,
            boolean findable,
            long count,
            @Nullable Instant since,
            @Nullable Instant latest,
            List<Names> sources) {

        static KindView of(Kind kind, List<Holding> held) {
            var of = held.stream().filter(one -> one.kind().equals(kind.code())).findFirst();
            return new KindView(
                    kind.code(),
                    kind.names(),
                    kind.basis(),
                    kind.kept(),
                    kind.findable(),
                    of.map(Holding::count).orElse(0L),
                    of.map(Holding::since).orElse(null),
                    of.map(Holding::latest).orElse(null),
                    of.map(Holding::sources).orElse(List.of()));
        }
    }

    record EarlierRequestView(UUID id, String caseNumber, RequestKind kind, Instant receivedAt, boolean ended) {}

    static SubjectView of(
            IdDocument document,
            java.util.Optional<Person> person,
            List<Restriction> restrictions,
            List<Held> holdings,
            List<Earlier> requests) {
        return new SubjectView(
                person.map(one -> one.id().value()).orElse(null),
                person.map(one -> Masking.name(one.facts().name())).orElse(null),
                document.idNumber().isPresent()
                        ? Masking.idNumber(document.number())
                        : Masking.document(document.number()),
                person.map(Person::standing).orElse(null),
                restrictions.stream().anyMatch(one -> one.liftedAt().isEmpty()),
                restrictions.stream()
                        .map(one -> new RestrictionView(
                                one.id(),
                                one.ground(),
                                one.since(),
                                one.setBy(),
                                one.liftedAt().orElse(null)))
                        .toList(),
                holdings.stream()
                        .map(held -> new HolderView(
                                held.holder(),
                                held.kinds().stream()
                                        .map(kind -> KindView.of(kind, held.holdings()))
                                        .toList()))
                        .toList(),
                requests.stream()
                        .map(one -> new EarlierRequestView(
                                one.id(), one.caseNumber(), one.kind(), one.receivedAt(), one.ended()))
                        .toList());
    }
}
