package org.linli.registry.household;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.privacy.Masking;
import org.linli.registry.Codes;
import org.linli.registry.history.AsOf;
import org.linli.registry.household.HouseholdQueries.Member;
import org.linli.registry.listing.MaskedPerson;
import org.linli.registry.listing.PlaceNames;
import org.linli.shared.DivisionCode;
import org.linli.shared.Names;

/**
 * A household's page: who belongs to it, how they are related, who lives where.
 *
 * @param on the day the page is read as of
 */
record HouseholdView(
        UUID id,
        @Nullable String number,
        HouseholdKind kind,
        @Nullable UUID head,
        @Nullable UUID dwelling,
        @Nullable String address,
        DivisionCode division,
        Names divisionNames,
        int revision,
        boolean voided,
        LocalDate on,
        boolean today,
        List<MemberView> members) {

    /**
     * Somebody who belongs or belonged to it.
     *
     * @param generation generations below the head; above it when negative
     * @param here whether they belong to it on the day of the page
     * @param atHome whether they live in the household's dwelling
     * @param home where they live, masked where it is another dwelling
     */
    record MemberView(
            MaskedPerson person,
            String relation,
            Names relationNames,
            int generation,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            boolean here,
            boolean atHome,
            @Nullable UUID home,
            @Nullable String homeAddress,
            @Nullable String residence) {}

    static HouseholdView of(ReadingHouseholds.Shown shown, AsOf on, PlaceNames places) {
        var row = shown.household();
        return new HouseholdView(
                row.id(),
                row.number().map(Masking::document).orElse(null),
                row.kind(),
                row.head(),
                row.dwelling(),
                shown.address(),
                row.division(),
                places.of(row.division()),
                row.revision(),
                row.voided(),
                on.day(),
                on.today(),
                shown.members().stream()
                        .map(member -> member(member, row.dwelling(), on.day()))
                        .toList());
    }

    private static MemberView member(Member member, @Nullable UUID dwelling, LocalDate day) {
        var atHome = member.home() != null
                && member.home().equals(dwelling)
                && !"LIVING_ELSEWHERE".equals(member.residence());
        var address = member.homeAddress();
        return new MemberView(
                MaskedPerson.of(member.person(), member.name(), member.sex(), member.birth(), member.restricted(), day),
                member.relation(),
                Codes.name(Codes.Table.RELATION, member.relation())
                        .orElseGet(() -> Names.of(member.relation(), member.relation())),
                new Relation(member.relation()).generation(),
                member.from(),
                member.until(),
                isHere(member, day),
                atHome,
                member.home(),
                address == null || atHome ? address : Masking.address(address),
                member.residence());
    }

    private static boolean isHere(Member member, LocalDate day) {
        return (member.from() == null || !member.from().isAfter(day))
                && (member.until() == null || member.until().isAfter(day));
    }
}
