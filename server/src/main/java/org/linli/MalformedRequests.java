package org.linli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the web server refuses before it knows whose it is, such as an address with a broken escape: a problem for the
 * interface, a page in both languages for a browser, and no word of what serves it.
 */
@Component
class MalformedRequests implements WebServerFactoryCustomizer<TomcatWebServerFactory>, Ordered {

    private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    private static final String PAGE = """
            <!doctype html>
            <html lang="zh-CN">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%1$d · 邻里 Linli</title>
            <style>
            body { margin: 0; font: 16px/1.6 "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: #1d2733; }
            main { max-width: 560px; margin: 18vh auto 0; padding: 0 24px; }
            h1 { font-size: 24px; margin: 0 0 8px; }
            a { color: #0b5cad; }
            </style></head>
            <body><main><h1>%2$s</h1><p lang="en">%3$s</p><p><a href="/">回到首页 · Home</a></p></main></body>
            </html>
            """;

    private final ObjectProvider<ProblemAdvice> problems;
    private final ObjectProvider<JsonMapper> json;

    MalformedRequests(ObjectProvider<ProblemAdvice> problems, ObjectProvider<JsonMapper> json) {
        this.problems = problems;
        this.json = json;
    }

    /** Behind Spring's own, whose page is then never asked for. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void customize(TomcatWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(Refusing.class.getName());
                host.getPipeline().addValve(new Refusing());
            }
        });
    }

    private String page(HttpStatus status) {
        return PAGE.formatted(status.value(), text(status, Locale.SIMPLIFIED_CHINESE), text(status, Locale.ENGLISH));
    }

    private String text(HttpStatus status, Locale locale) {
        var title = Optional.ofNullable(problem(status, locale).getTitle());
        return HtmlUtils.htmlEscape(title.orElse(""), StandardCharsets.UTF_8.name());
    }

    private ProblemDetail problem(HttpStatus status, Locale locale) {
        var advice = problems.getObject();
        var answer = status == HttpStatus.BAD_REQUEST ? advice.malformed(locale) : advice.of(status, locale);
        return Objects.requireNonNull(answer.getBody());
    }

    /** Writes the answer where nothing else did. */
    private final class Refusing extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            var status = HttpStatus.resolve(response.getStatus());
            if (status == null
                    || !status.isError()
                    || response.getContentWritten() > 0
                    || !response.setErrorReported()) {
                return;
            }
            try {
                if (isInterface(request)) {
                    write(
                            response,
                            MediaType.APPLICATION_PROBLEM_JSON,
                            json.getObject().writeValueAsString(problem(status, language(request))));
                } else {
                    response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
                    write(response, MediaType.TEXT_HTML, page(status));
                }
            } catch (IOException | IllegalStateException e) {
                // whoever asked is gone
            }
        }

        private static void write(Response response, MediaType type, String text) throws IOException {
            response.setContentType(type.toString());
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.setHeader("X-Content-Type-Options", "nosniff");
            var writer = response.getReporter();
            if (writer != null) {
                writer.write(text);
                response.finishResponse();
            }
        }

        private static boolean isInterface(Request request) {
            var accepted = request.getHeader("Accept");
            var address = request.getRequestURI();
            return accepted != null && accepted.contains("json") || address != null && address.startsWith("/api/");
        }

        private static Locale language(Request request) {
            try {
                var wanted = Optional.ofNullable(request.getHeader("Accept-Language"))
                        .map(Locale.LanguageRange::parse)
                        .orElse(List.of());
                return Optional.ofNullable(Locale.lookup(wanted, LANGUAGES)).orElse(Locale.SIMPLIFIED_CHINESE);
            } catch (IllegalArgumentException rubbish) {
                return Locale.SIMPLIFIED_CHINESE;
            }
        }
    }
}
