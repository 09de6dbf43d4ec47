package org.linli.registry.importing;

import org.jspecify.annotations.Nullable;
import org.linli.registry.sheet.SheetField;

/** Longitude and latitude of a row, both or neither, inside China. */
record Position(@Nullable Double lon, @Nullable Double lat) {

    static Position read(Cells cells) {
        var lon = cells.number(SheetField.LONGITUDE, 73, 136);
        var lat = cells.number(SheetField.LATITUDE, 3, 54);
        if (cells.has(SheetField.LONGITUDE) != cells.has(SheetField.LATITUDE)) {
            cells.fault(
                    cells.has(SheetField.LONGITUDE) ? SheetField.LATITUDE : SheetField.LONGITUDE, "half-a-position");
        }
        return new Position(lon, lat);
    }
}
