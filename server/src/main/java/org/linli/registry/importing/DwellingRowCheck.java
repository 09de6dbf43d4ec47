package org.linli.registry.importing;

import java.util.UUID;
import org.linli.registry.sheet.SheetCodes;
import org.linli.registry.sheet.SheetField;
import org.linli.shared.DivisionCode;

/** Rows of dwellings. */
final class DwellingRowCheck implements RowCheck {

    private final UUID sheet;
    private final Communities communities;

    DwellingRowCheck(UUID sheet, Communities communities) {
        this.sheet = sheet;
        this.communities = communities;
    }

    @Override
    public String table() {
        return "registry.import_dwelling_row";
    }

    @Override
    public String columns() {
        return """
                import_id, row_number, faulty, community, division, compound_name, compound_key, compound_initials,
                building, unit, floor, room, number_key, use, square_metres, lon, lat""";
    }

    @Override
    public void stage(int number, Cells cells, CopyText into) {
        var place = communities.of(cells);
        if (place == null && !cells.isFaulty()) {
            cells.fault(SheetField.COMMUNITY, "community-missing");
        }
        var door = DoorCells.read(cells);
        var use = cells.code(SheetField.DWELLING_USE, SheetCodes.DWELLING_USE);
        var metres = cells.number(SheetField.SQUARE_METRES, 1, 99_999);
        var position = Position.read(cells);
        if (place == null || door == null || cells.isFaulty()) {
            return;
        }
        into.add(sheet).add(number).add(false);
        into.add(place.upTo(DivisionCode.Level.COMMUNITY)).add(place);
        into.add(door.compound()).add(door.compoundKey()).add(door.compoundInitials());
        into.add(door.building())
                .add(door.unit())
                .add(door.floor())
                .add(door.room())
                .add(door.numberKey());
        into.add(use).add(metres).add(position.lon()).add(position.lat());
        into.end();
    }
}
