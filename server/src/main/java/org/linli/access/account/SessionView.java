package org.linli.access.account;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.posting.PostingView;

/**
 * Who is signed in and what they may do.
 *
 * @param posting the posting that acts unless a request names another; null until one is chosen
 * @param permissions words of that posting; empty while the password must change or an authenticator is missing
 * @param totpRequired an authenticator must be set up before anything else
 * @param idleSeconds a session ends after so long without an act
 */
record SessionView(
        SignedInView account,
        List<PostingView> postings,
        @Nullable UUID posting,
        Set<String> permissions,
        boolean mustChange,
        boolean totpRequired,
        boolean totpActive,
        long idleSeconds) {

    record SignedInView(UUID id, String login, String name) {}
}
