package org.linli.counter.paper;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of papers.
 *
 * @param checkAddress what the QR code of a paper opens, up to the check code
 * @param districtWord the district's word at the head of every number
 * @param checksPerMinute how many checks one network address may ask for in a minute
 */
@ConfigurationProperties("linli.counter.paper")
record PaperSettings(
        @DefaultValue("http://127.0.0.1:8090/check/") String checkAddress,
        @DefaultValue("昆") String districtWord,
        @DefaultValue("60") int checksPerMinute) {}
