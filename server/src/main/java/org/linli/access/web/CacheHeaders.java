package org.linli.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.HeaderWriter;

/** Answers are never stored; files named by their hash are kept for good; other pages are asked for anew. */
final class CacheHeaders implements HeaderWriter {

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            return;
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, policy(request.getRequestURI(), response.getStatus()));
    }

    private static String policy(String path, int status) {
        if (path.startsWith("/assets/") && status < 400) {
            return "public, max-age=31536000, immutable";
        }
        return path.startsWith("/api/") ? "no-store" : "no-cache";
    }
}
