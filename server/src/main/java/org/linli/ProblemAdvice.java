package org.linli;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.shared.Names;
import org.linli.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Turns whatever stopped a request into a problem (RFC 9457) in the user's language. A refusal names its rule; anything
 * unforeseen gets a reference to the log and no word of the exception.
 */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final MessageSource messages;

    ProblemAdvice(MessageSource messages) {
        this.messages = messages;
    }

    /** One field of a form and what is wrong with it. */
    record Fault(String field, String message) {}

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal, Locale locale) {
        var reason = refusal.reason();
        var arguments = refusal.arguments().stream()
                .map(argument -> argument instanceof Names names ? names.in(locale) : argument)
                .toArray();
        var text = messages.getMessage(reason.key(), arguments, locale);
        var problem = problem(statusOf(reason.kind()), reason.module() + "." + word(reason), text);
        refusal.facts().forEach(problem::setProperty);
        refusal.field().ifPresent(field -> problem.setProperty("faults", List.of(new Fault(field, text))));
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(Exception failure, HttpServletRequest request, Locale locale) {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            throw (RuntimeException) failure;
        }
        var reference = java.util.HexFormat.of().toHexDigits(System.nanoTime()).substring(6);
        LOG.error("{} {} failed, reference {}", request.getMethod(), request.getRequestURI(), reference, failure);
        var text = messages.getMessage("problem.internal", new Object[] {reference}, locale);
        return answer(problem(HttpStatus.INTERNAL_SERVER_ERROR, "internal", text));
    }

    /** The firewall looks at a parameter when somebody reads it, which is after it let the request in. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> rejected(RequestRejectedException rejected, Locale locale) {
        return of(HttpStatus.BAD_REQUEST, locale);
    }

    /**
     * Two people changed the same at the same moment, and the database let one of them: the other's is there already, or
     * each waited for what the other held. Nothing of the other's is written.
     */
    @ExceptionHandler({DuplicateKeyException.class, PessimisticLockingFailureException.class})
    ResponseEntity<ProblemDetail> takenMeanwhile(DataAccessException taken, HttpServletRequest request, Locale locale) {
        LOG.warn(
                "{} {} met what somebody else was writing: {}",
                request.getMethod(),
                request.getRequestURI(),
                taken.getClass().getSimpleName());
        return of(HttpStatus.CONFLICT, locale);
    }

    /** A problem of which nothing is known but its status. */
    ResponseEntity<ProblemDetail> of(HttpStatus status, Locale locale) {
        var reason = reasonOf(status);
        return answer(problem(status, reason, messages.getMessage("problem." + reason, null, locale)));
    }

    /** An address or a request that cannot even be read. */
    ResponseEntity<ProblemDetail> malformed(Locale locale) {
        var text = messages.getMessage("problem.malformed", null, locale);
        return answer(problem(HttpStatus.BAD_REQUEST, "malformed", text));
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var locale = LocaleContextHolder.getLocale();
        var faults = invalid.getBindingResult().getFieldErrors().stream()
                .map(error -> new Fault(
                        error.getField(),
                        // What Spring says of a value of the wrong type names classes, and in English only.
                        error.isBindingFailure()
                                ? messages.getMessage("problem.field", null, locale)
                                : messages.getMessage(error, locale)))
                .toList();
        return invalid(faults, headers, request);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return invalid(List.<Fault>of(), headers, request);
    }

    /** What Spring itself refuses, such as a parameter that is no number, in the user's language and our form. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var reason = reasonOf(status);
        var locale = LocaleContextHolder.getLocale();
        var problem = problem(
                HttpStatus.valueOf(status.value()), reason, messages.getMessage("problem." + reason, null, locale));
        problem.setProperty(
                "faults",
                fieldOf(failure).stream()
                        .map(field -> new Fault(field, messages.getMessage("problem.field", null, locale)))
                        .toList());
        return super.handleExceptionInternal(failure, problem, headers, status, request);
    }

    private static String reasonOf(HttpStatusCode status) {
        return switch (HttpStatus.valueOf(status.value())) {
            case NOT_FOUND -> "missing";
            case CONFLICT -> "conflict";
            case CONTENT_TOO_LARGE -> "too-large";
            case METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, UNSUPPORTED_MEDIA_TYPE -> "unsupported";
            default -> status.is4xxClientError() ? "invalid" : "unavailable";
        };
    }

    private static Optional<String> fieldOf(Exception failure) {
        return switch (failure) {
            case MissingServletRequestParameterException missing -> Optional.of(missing.getParameterName());
            case MissingServletRequestPartException missing -> Optional.of(missing.getRequestPartName());
            case MethodArgumentTypeMismatchException mismatch -> Optional.of(mismatch.getName());
            default -> Optional.empty();
        };
    }

    private ResponseEntity<Object> invalid(List<Fault> faults, HttpHeaders headers, WebRequest request) {
        var text = messages.getMessage("problem.invalid", null, LocaleContextHolder.getLocale());
        var problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", text);
        problem.setProperty("faults", faults);
        return new ResponseEntity<>(problem, headers, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ProblemDetail problem(HttpStatus status, String reason, String text) {
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("urn:linli:problem:" + reason));
        problem.setTitle(text);
        problem.setProperties(new java.util.LinkedHashMap<>(Map.of("reason", reason)));
        return problem;
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }

    private static String word(Refusal.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static HttpStatus statusOf(Refusal.Kind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case MISSING -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
