package org.linli.registry.exporting;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of exports.
 *
 * @param kept how long an exported file may be fetched before it is erased
 */
@ConfigurationProperties("linli.registry.export")
record ExportSettings(@DefaultValue("3d") Duration kept) {}
