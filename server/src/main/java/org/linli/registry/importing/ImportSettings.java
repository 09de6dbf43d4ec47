package org.linli.registry.importing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of imports.
 *
 * @param largest the largest sheet taken
 * @param mostRows the most rows of a sheet
 * @param batch rows that are checked and staged at a time
 * @param claim how long the work of a process that gave no more sign of life is left alone before another goes on with it
 * @param kept how long an import that nobody goes on with is kept
 */
@ConfigurationProperties("linli.registry.import")
record ImportSettings(
        @DefaultValue("1GB") DataSize largest,
        @DefaultValue("3000000") int mostRows,
        @DefaultValue("5000") int batch,
        @DefaultValue("30s") Duration claim,
        @DefaultValue("7d") Duration kept) {}
