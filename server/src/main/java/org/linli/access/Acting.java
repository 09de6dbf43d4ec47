package org.linli.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.linli.area.UnitCode;
import org.linli.shared.DivisionCode;
import org.linli.shared.Refusal;

/**
 * Who acts (办理人): an account through one of its postings, or one of the house's own jobs. A controller takes it as an
 * argument; it is resolved from the session and the posting the user chose.
 *
 * @param name how the person is called on papers and timelines
 * @param role the posting's role, such as {@code clerk}
 * @param area where the posting may act: every division it covers
 * @param homeUnit the unit that sent a seconded officer, kept on every act
 * @param permissions permission words such as {@code counter.visit.call}
 */
public record Acting(
        PostingId posting,
        AccountId account,
        String name,
        String role,
        UnitCode unit,
        DivisionCode area,
        Optional<UnitCode> homeUnit,
        Set<String> permissions) {

    /** The role under which the house's own jobs act. */
    public static final String SYSTEM_ROLE = "system";

    private static final UUID NOBODY = new UUID(0, 0);

    public Acting {
        permissions = Set.copyOf(permissions);
    }

    /** One of the house's own jobs, such as a reminder or a department line, which may act anywhere. */
    public static Acting system(String job) {
        return new Acting(
                new PostingId(NOBODY),
                new AccountId(NOBODY),
                job,
                SYSTEM_ROLE,
                UnitCode.of("SYSTEM"),
                DivisionCode.of("15"),
                Optional.empty(),
                Set.of());
    }

    public boolean isSystem() {
        return role.equals(SYSTEM_ROLE);
    }

    public boolean may(String permission) {
        return isSystem() || permissions.contains(permission);
    }

    /** Refuses with {@link AccessReason#NOT_PERMITTED} when the posting lacks the word. */
    public void require(String permission) {
        if (!may(permission)) {
            throw Refusal.because(AccessReason.NOT_PERMITTED, permission);
        }
    }

    /** Refuses when the posting lacks the word or does not reach the place. */
    public void require(String permission, DivisionCode place) {
        require(permission);
        if (!isSystem() && !area.covers(place)) {
            throw Refusal.because(AccessReason.OUTSIDE_AREA, place.value());
        }
    }
}
