package org.linli.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;

/**
 * What of the device a page may ask the browser for: nearly nothing. The field app alone may ask where the phone is, because
 * an event happens at a place.
 */
final class FeatureHeaders implements HeaderWriter {

    private static final String HEADER = "Permissions-Policy";
    private static final String FIELD_APP = "/field";
    private static final String FEATURES =
            "camera=(), microphone=(), geolocation=(%s), payment=(), usb=(), serial=(self), interest-cohort=()";

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        var position = request.getRequestURI().startsWith(FIELD_APP) ? "self" : "";
        response.setHeader(HEADER, FEATURES.formatted(position));
    }
}
