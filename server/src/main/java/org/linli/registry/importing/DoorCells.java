package org.linli.registry.importing;

import org.jspecify.annotations.Nullable;
import org.linli.registry.finding.CompoundName;
import org.linli.registry.finding.DoorNumber;
import org.linli.registry.finding.Spelling;
import org.linli.registry.sheet.SheetField;

/** The door a row tells of: compound, building, unit, floor and room. */
record DoorCells(
        String compound,
        String compoundKey,
        String compoundInitials,
        String building,
        String unit,
        @Nullable Integer floor,
        String room,
        String numberKey) {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_NUMBER = 20;

    static boolean isTold(Cells cells) {
        return cells.has(SheetField.COMPOUND)
                || cells.has(SheetField.BUILDING)
                || cells.has(SheetField.UNIT)
                || cells.has(SheetField.ROOM);
    }

    static @Nullable DoorCells read(Cells cells) {
        var compound = cells.text(SheetField.COMPOUND, LONGEST_NAME);
        var building = cells.text(SheetField.BUILDING, LONGEST_NUMBER);
        var unit = cells.text(SheetField.UNIT, LONGEST_NUMBER);
        var room = cells.text(SheetField.ROOM, LONGEST_NUMBER);
        var floor = cells.whole(SheetField.FLOOR, -9, 150);
        if (!cells.has(SheetField.COMPOUND)) {
            cells.fault(SheetField.COMPOUND, "compound-missing");
        }
        if (!cells.has(SheetField.ROOM)) {
            cells.fault(SheetField.ROOM, "room-missing");
        }
        if (compound == null || room == null) {
            return null;
        }
        var compoundKey = CompoundName.key(compound);
        var key = DoorNumber.key(or(building), or(unit), room);
        if (compoundKey.isEmpty() || key.isEmpty()) {
            cells.fault(SheetField.ROOM, "no-address");
            return null;
        }
        return new DoorCells(
                compound, compoundKey, Spelling.ofWords(compound).initials(), or(building), or(unit), floor, room, key);
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
