package org.linli.registry.sheet;

import java.util.Arrays;
import java.util.List;
import org.linli.shared.Names;

/** What the rows of a sheet are (表格种类). */
public enum SheetKind {
    /** People, each with household, dwelling and residence (人口). */
    PEOPLE("人口信息", "People"),
    /** Dwellings (房屋). */
    DWELLINGS("房屋信息", "Dwellings"),
    /** Organisations (单位). */
    ORGANISATIONS("单位信息", "Organisations");

    private final Names names;

    SheetKind(String zh, String en) {
        this.names = Names.of(zh, en);
    }

    public Names names() {
        return names;
    }

    /** The fields of such a sheet, in the order of the template. */
    public List<SheetField> fields() {
        return Arrays.stream(SheetField.values())
                .filter(field -> field.kinds().contains(this))
                .toList();
    }
}
