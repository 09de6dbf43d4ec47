package org.linli.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.junit.jupiter.api.Test;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@LinliTest
class HeadersTests {

    @Autowired
    MockMvcTester mvc;

    @Test
    void allowsScriptsOfOurOwnOnly() {
        var policy = mvc.perform(get("/api/access/session")).getResponse().getHeader("Content-Security-Policy");
        assertThat(policy).contains("script-src 'self';", "frame-ancestors 'none'", "object-src 'none'");
        assertThat(policy).doesNotContain("unsafe-eval", "unsafe-inline", "https:", " * ");
    }

    @Test
    void keepsAnswersOutOfEveryCache() {
        var answer = mvc.perform(get("/api/access/session")).getResponse();
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.getHeader("Permissions-Policy")).contains("camera=()", "microphone=()");
    }

    @Test
    void letsTheFieldAppAloneAskWhereItIs() {
        assertThat(featuresOf("/field/report")).contains("geolocation=(self)", "camera=()");
        assertThat(featuresOf("/api/access/session")).contains("geolocation=()");
    }

    private static String featuresOf(String path) {
        var response = new MockHttpServletResponse();
        new FeatureHeaders().writeHeaders(new MockHttpServletRequest("GET", path), response);
        return java.util.Objects.requireNonNull(response.getHeader("Permissions-Policy"));
    }

    @Test
    void handsTheAntiForgeryTokenToOurPages() {
        var cookie = mvc.perform(get("/api/access/session")).getResponse().getCookie("XSRF-TOKEN");
        assertThat(cookie).isNotNull();
    }

    @Test
    void keepsHashedFilesForGoodAndAsksForPagesAnew() {
        assertThat(cachePolicy("/assets/index-5d3f.js", 200)).isEqualTo("public, max-age=31536000, immutable");
        assertThat(cachePolicy("/assets/gone-5d3f.js", 404)).isEqualTo("no-cache");
        assertThat(cachePolicy("/", 200)).isEqualTo("no-cache");
    }

    private static String cachePolicy(String path, int status) {
        var response = new MockHttpServletResponse();
        response.setStatus(status);
        new CacheHeaders().writeHeaders(new MockHttpServletRequest("GET", path), response);
        return java.util.Objects.requireNonNull(response.getHeader("Cache-Control"));
    }
}
