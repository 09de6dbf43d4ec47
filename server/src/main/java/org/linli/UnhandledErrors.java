package org.linli;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the server itself refuses, such as a method nobody has, is a problem like every other. */
@Hidden
@Controller
class UnhandledErrors implements ErrorController {

    private final ProblemAdvice problems;

    UnhandledErrors(ProblemAdvice problems) {
        this.problems = problems;
    }

    @RequestMapping("${server.error.path:${error.path:/error}}")
    ResponseEntity<ProblemDetail> answerError(HttpServletRequest request, Locale locale) {
        // Without a code nothing went wrong: somebody asked for this very address, and nothing is there.
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? problems.of(HttpStatus.valueOf(code), locale)
                : problems.of(HttpStatus.NOT_FOUND, locale);
    }
}
