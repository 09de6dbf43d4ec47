package org.linli.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.linli.access.account.SessionCookie;
import org.linli.access.account.Sessions;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Finds the session of a request by its cookie; the database is asked only for addresses that need a sign-in. */
@Component
class SessionContexts implements SecurityContextRepository {

    /** Sent by pages that ask by themselves, such as a clock or a live list: such a request keeps no session alive. */
    static final String BACKGROUND = "X-Linli-Background";

    private static final String REMAINING = "/api/access/session/remaining";

    private final Sessions sessions;

    SessionContexts(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    @SuppressWarnings("removal")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return load(holder.getRequest());
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(request);
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // Sessions are opened and ended by access itself; there is nothing else to keep.
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return SessionCookie.read(request).isPresent();
    }

    private SecurityContext load(HttpServletRequest request) {
        var context = SecurityContextHolder.createEmptyContext();
        var active = request.getHeader(BACKGROUND) == null
                && !request.getRequestURI().equals(REMAINING);
        SessionCookie.read(request)
                .flatMap(token -> sessions.find(token, active))
                .map(SessionAuthentication::new)
                .ifPresent(context::setAuthentication);
        return context;
    }

    /** Loaded once, and only if somebody asks. */
    private final class Deferred implements DeferredSecurityContext {

        private final HttpServletRequest request;
        private @org.jspecify.annotations.Nullable SecurityContext context;

        Deferred(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            if (context == null) {
                context = load(request);
            }
            return context;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
