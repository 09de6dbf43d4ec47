package org.linli.access.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.linli.access.AccountId;
import org.linli.access.Acting;
import org.linli.access.PostingId;
import org.linli.access.posting.Posting;
import org.linli.area.UnitCode;
import org.linli.shared.DivisionCode;

/**
 * The session a request came in with; a controller that is about the account itself takes it as an argument.
 *
 * @param secondFactor whether the account has an authenticator, or was made by the demo and needs none
 * @param authenticator whether it has one
 * @param held the postings that gave their rights when the request came in
 */
public record CurrentSession(
        UUID id,
        AccountId account,
        String login,
        String name,
        Optional<PostingId> chosen,
        boolean mustChange,
        boolean secondFactor,
        boolean authenticator,
        Instant startedAt,
        Instant lastSeenAt,
        List<Posting> held) {

    public CurrentSession {
        held = List.copyOf(held);
    }

    CurrentSession withChosen(PostingId posting) {
        return new CurrentSession(
                id,
                account,
                login,
                name,
                Optional.of(posting),
                mustChange,
                secondFactor,
                authenticator,
                startedAt,
                lastSeenAt,
                held);
    }

    /** The account acting for itself, outside any posting: changing its password, ending its sessions. */
    Acting asOneself() {
        return new Acting(
                new PostingId(new UUID(0, 0)),
                account,
                name,
                "oneself",
                UnitCode.of("NONE"),
                DivisionCode.of("15"),
                Optional.empty(),
                Set.of());
    }
}
