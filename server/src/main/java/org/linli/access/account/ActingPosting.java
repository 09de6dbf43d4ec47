package org.linli.access.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.AccessReason;
import org.linli.access.Acting;
import org.linli.access.PostingId;
import org.linli.access.posting.Posting;
import org.linli.access.posting.Postings;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;

/** Finds the posting a request acts through: the one it names, else the one the session chose, else the only one. */
@Service
public class ActingPosting {

    private final Postings postings;
    private final OwnAccount own;

    ActingPosting(Postings postings, OwnAccount own) {
        this.postings = postings;
        this.own = own;
    }

    /** @throws Refusal when there is none, or the account must first change its password or set up its authenticator */
    public Acting of(CurrentSession session, @Nullable String named) {
        if (session.mustChange()) {
            throw Refusal.because(AccessReason.PASSWORD_MUST_CHANGE);
        }
        var held = session.held();
        if (own.needsSecondFactor(session, held)) {
            throw Refusal.because(AccessReason.SECOND_FACTOR_MUST_BE_SET_UP);
        }
        if (held.isEmpty()) {
            throw Refusal.because(AccessReason.NO_POSTING);
        }
        if (named != null) {
            return held.stream()
                    .filter(posting -> posting.id().value().toString().equals(named))
                    .findFirst()
                    .map(posting -> postings.acting(posting, session.name()))
                    .orElseThrow(() -> Refusal.because(AccessReason.NOT_YOUR_POSTING));
        }
        return chosen(session, held)
                .map(posting -> postings.acting(posting, session.name()))
                .orElseThrow(() -> Refusal.because(AccessReason.CHOOSE_POSTING));
    }

    static Optional<Posting> chosen(CurrentSession session, List<Posting> held) {
        if (held.size() == 1) {
            return Optional.of(held.getFirst());
        }
        var wanted = session.chosen().map(PostingId::value).orElse(new UUID(0, 0));
        return held.stream()
                .filter(posting -> posting.id().value().equals(wanted))
                .findFirst();
    }
}
