package org.linli.counter.paper;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of papers.
 *
 * @param checkAddress what the QR code of a paper opens, up to the check code
 * @param districtWord the district's word at the head of every number
 * @param checksPerMinute how many checks one network address may ask for in a minute
 * @param seals pictures of the units' own seals, by code of the unit
 */
@ConfigurationProperties("linli.counter.paper")
record PaperSettings(
        @DefaultValue("http://127.0.0.1:8090/check/") String checkAddress,
        @DefaultValue("昆") String districtWord,
        @DefaultValue("60") int checksPerMinute,
        @DefaultValue Map<String, SealFiles> seals) {

    /**
     * PNG files with a transparent ground; what is missing is drawn as a sample.
     *
     * @param official the unit's seal (公章)
     * @param acceptance the seal for accepting applications (受理专用章)
     */
    record SealFiles(@Nullable Path official, @Nullable Path acceptance) {}

    PaperSettings {
        seals = Map.copyOf(seals);
    }
}
