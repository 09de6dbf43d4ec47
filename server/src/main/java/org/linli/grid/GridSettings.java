package org.linli.grid;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the grids.
 *
 * @param sampledPercent how many of a hundred events that were handled on the spot somebody else looks at again
 * @param largestCell above how many households a cell is too large
 * @param smallestCell below how many households a cell is too small
 * @param spotMetres how near to each other events of a category are at one spot
 * @param spotDays how long back events at one spot count
 * @param spotEvents with how many events at one spot a cause task is opened
 * @param phoneDays how long phones hold events after they ended
 */
@ConfigurationProperties("linli.grid")
public record GridSettings(
        @DefaultValue("20") int sampledPercent,
        @DefaultValue("500") int largestCell,
        @DefaultValue("200") int smallestCell,
        @DefaultValue("50") int spotMetres,
        @DefaultValue("90") int spotDays,
        @DefaultValue("3") int spotEvents,
        @DefaultValue("90") int phoneDays) {

    public GridSettings {
        if (sampledPercent < 0 || sampledPercent > 100) {
            throw new IllegalArgumentException("linli.grid.sampled-percent must be between 0 and 100");
        }
        if (spotEvents < 2) {
            throw new IllegalArgumentException("linli.grid.spot-events must be at least 2");
        }
    }
}
