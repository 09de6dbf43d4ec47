package org.linli.access.web;

import org.jspecify.annotations.Nullable;
import org.linli.access.account.CurrentSession;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A session as Spring Security carries it; it has no authorities, because those belong to postings. */
final class SessionAuthentication extends AbstractAuthenticationToken {

    private final transient CurrentSession session;

    SessionAuthentication(CurrentSession session) {
        super(AuthorityUtils.NO_AUTHORITIES);
        this.session = session;
        setAuthenticated(true);
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public CurrentSession getPrincipal() {
        return session;
    }
}
