package org.linli.registry;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.PostingId;
import org.linli.shared.DivisionCode;

/** What lies where (底数), for modules that plan visits and weigh cells: identifiers and counts, nothing personal. */
public interface Inventory {

    /** A kind of record that lies in a division. */
    enum Kind {
        HOUSEHOLD,
        /** Dwellings somebody lives in. */
        DWELLING,
        PLACE,
        ORGANISATION,
        /** Sixty or older and the only one who lives in the dwelling (独居老人). */
        ELDER_ALONE
    }

    /**
     * One record.
     *
     * @param label what a place or an organisation is called; empty for whatever belongs to people
     */
    record Entry(UUID id, DivisionCode division, Optional<String> label) {}

    /** In the order of divisions. */
    List<Entry> inside(DivisionCode area, Kind kind);

    /** Where people count now; merged and void ones are left out. */
    List<Entry> people(Collection<UUID> ids);

    /** Where records lie now; void ones are left out. */
    List<Entry> find(Collection<UUID> ids, Kind kind);

    /** How many changes that a posting saw on the spot the base took in, in a span. */
    int takenFromTheField(PostingId posting, Instant from, Instant until);

    /** How many households each division of an area has that holds any, by cell where cells are laid out. */
    Map<DivisionCode, Integer> households(DivisionCode area);
}
