package org.linli.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;

/** Answers what a filter stops with the same problems a controller's refusals are answered with. */
@Component
@ConditionalOnWebApplication
class FilterProblems {

    private final HandlerExceptionResolver problems;
    private final LocaleResolver locales;

    FilterProblems(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems, LocaleResolver locales) {
        this.problems = problems;
        this.locales = locales;
    }

    void answer(HttpServletRequest request, HttpServletResponse response, Exception reason) {
        // The request has not reached the servlet that knows the user's language.
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, locales);
        problems.resolveException(request, response, null, reason);
    }
}
