package org.linli.area;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the area module.
 *
 * @param openingHours when stations are open, each as {@code 09:00-12:00}, Monday to Friday
 * @param openingHoursConfirmed whether the district has confirmed them; until then they are shown as an example
 */
@ConfigurationProperties("linli.area")
record AreaSettings(
        @DefaultValue({"09:00-12:00", "13:30-17:00"}) List<String> openingHours,
        @DefaultValue("false") boolean openingHoursConfirmed) {}
