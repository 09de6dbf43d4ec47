package org.linli.access.account;

import java.util.List;
import java.util.Optional;
import org.linli.access.Acting;
import org.linli.access.PersonalSeal;
import org.linli.access.PostingId;
import org.linli.access.PostingsInForce;
import org.linli.access.posting.Posting;
import org.linli.access.posting.Postings;
import org.linli.shared.DivisionCode;
import org.springframework.stereotype.Component;

/** Postings in force with the names of those who hold them. */
@Component
class HeldPostings implements PostingsInForce {

    private final Postings postings;
    private final AccountRows accounts;
    private final PersonalSeal seal;

    HeldPostings(Postings postings, AccountRows accounts, PersonalSeal seal) {
        this.postings = postings;
        this.accounts = accounts;
        this.seal = seal;
    }

    @Override
    public Optional<Acting> find(PostingId id) {
        return postings.valid(id)
                .flatMap(posting -> accounts.find(posting.account())
                        .filter(account -> !account.retired())
                        .map(account -> postings.acting(posting, seal.open(Account.NAME, account.sealedName()))));
    }

    @Override
    public List<PostingId> covering(String role, DivisionCode place) {
        return postings.validCovering(role, place).stream().map(Posting::id).toList();
    }
}
