package org.linli.access.web;

import org.jspecify.annotations.Nullable;
import org.linli.access.AccessReason;
import org.linli.access.Acting;
import org.linli.access.account.ActingPosting;
import org.linli.access.account.CurrentSession;
import org.linli.shared.Refusal;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers {@link Acting}, or the {@link CurrentSession} where the account itself is meant. */
@Component
class SignedInArguments implements HandlerMethodArgumentResolver {

    private static final String POSTING = "X-Linli-Posting";

    private final ActingPosting postings;

    SignedInArguments(ActingPosting postings) {
        this.postings = postings;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        var type = parameter.getParameterType();
        return type == Acting.class || type == CurrentSession.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (!(authentication instanceof SessionAuthentication signedIn)) {
            throw Refusal.because(AccessReason.NOT_SIGNED_IN);
        }
        var session = signedIn.getPrincipal();
        return parameter.getParameterType() == Acting.class
                ? postings.of(session, request.getHeader(POSTING))
                : session;
    }
}
