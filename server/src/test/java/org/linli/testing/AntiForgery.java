package org.linli.testing;

import jakarta.servlet.http.Cookie;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * The anti-forgery token as a browser sends it, cookie and header alike. Spring's own post-processor for tests puts
 * another repository into the filter for good, and later tests would no longer see the real cookie.
 */
public final class AntiForgery {

    private static final String TOKEN = "0f5a1c3e-7b7d-4c1e-9a5b-2f4e6d8c0b1a";

    private AntiForgery() {}

    public static RequestPostProcessor token() {
        return request -> {
            var cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
            var more = java.util.Arrays.copyOf(cookies, cookies.length + 1);
            more[cookies.length] = new Cookie("XSRF-TOKEN", TOKEN);
            request.setCookies(more);
            request.addHeader("X-XSRF-TOKEN", TOKEN);
            return request;
        };
    }
}
