package org.linli.files;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the files module.
 *
 * @param largest the largest file taken
 * @param mostPixels the largest picture taken, width times height
 * @param unfinishedKept how long an interrupted upload may be resumed
 */
@ConfigurationProperties("linli.files")
record FilesSettings(
        @DefaultValue("20MB") DataSize largest,
        @DefaultValue("50000000") long mostPixels,
        @DefaultValue("24h") Duration unfinishedKept) {}
