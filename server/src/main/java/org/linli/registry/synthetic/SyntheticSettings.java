package org.linli.registry.synthetic;

import org.linli.shared.DemoData.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What {@code ./linli demo} was asked for.
 *
 * @param seed another seed makes another district of the same shape
 */
@ConfigurationProperties("linli.registry.synthetic")
record SyntheticSettings(
        @DefaultValue("SMALL") Size size,
        @DefaultValue("150203") long seed) {}
