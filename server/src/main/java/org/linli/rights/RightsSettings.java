package org.linli.rights;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the data-rights desk.
 *
 * @param promisedWorkingDays within how many working days the district promises to answer; the law says "in time"
 *     (PIPL art. 50) and names no number
 * @param complaintsTo the department that complaints about an answer go to (PIPL art. 60 and 65), as answers print it
 */
@ConfigurationProperties("linli.rights")
public record RightsSettings(
        @DefaultValue("15") int promisedWorkingDays,
        @DefaultValue("昆都仑区网信部门") String complaintsTo) {

    public RightsSettings {
        if (promisedWorkingDays < 1) {
            throw new IllegalArgumentException("linli.rights.promised-working-days must be at least 1");
        }
    }
}
