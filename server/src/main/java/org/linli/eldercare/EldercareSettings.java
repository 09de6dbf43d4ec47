package org.linli.eldercare;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of elder care.
 *
 * @param demoTrunkKey what the demo's make-believe telephone system signs with, made anew for every run; empty for none
 */
@ConfigurationProperties("linli.eldercare")
public record EldercareSettings(@DefaultValue("") String demoTrunkKey) {}
