package org.linli.registry.synthetic;

import java.util.UUID;
import org.linli.registry.bulk.Entry;
import org.linli.registry.synthetic.Buildings.Door;

/** Home (住处): a door with what it is called from outside. */
record Home(UUID id, UUID compound, String compoundName, String cell, Door door) {

    /** As on an identity card. */
    String address() {
        return "内蒙古包头市昆都仑区" + compoundName + door.building() + "栋"
                + (door.unit().isEmpty() ? "" : door.unit() + "单元") + door.room() + "号";
    }

    Entry.Dwelling usedAs(String use) {
        return new Entry.Dwelling(
                id,
                compound,
                door.building(),
                door.unit(),
                door.floor(),
                door.room(),
                cell,
                door.at(),
                use,
                door.squareMetres());
    }
}
