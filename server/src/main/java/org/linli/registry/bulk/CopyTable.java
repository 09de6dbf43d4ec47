package org.linli.registry.bulk;

import java.util.Locale;

/** The tables a batch fills, in the order in which their rows may name each other, and the columns it fills. */
enum CopyTable {
    COMPOUND("id, community, name, name_key, initials, other_names, lon, lat"),
    DWELLING("id, compound_id, building, unit, floor, room, number_key, division, lon, lat, use, square_metres"),
    PERSON("id, name, former_name, pinyin, initials, sex, birth_date, marital_status, education, occupation, employer,"
            + " native_place, registered_division, registered_address_sealed, division"),
    LOOKUP("community, key, person_id"),
    DOCUMENT("id, person_id, kind, number_scope, number_sealed, number_index, valid_from, valid_until"),
    PHONE("id, person_id, number_sealed, number_index, preferred"),
    HOUSEHOLD("id, number, kind, head_id, dwelling_id, division"),
    HOUSEHOLD_MEMBER("id, household_id, person_id, relation, from_date"),
    RESIDENCE("id, person_id, dwelling_id, kind, inflow_reason, from_date, until_date"),
    ORGANISATION("id, uscc, name, initials, kind, legal_representative, phone_sealed, address, division, lon, lat,"
            + " employees, established_on"),
    PLACE("id, kind, name, initials, organisation_id, address, phone, opening_hours, division, lon, lat");

    private final String own;

    CopyTable(String own) {
        this.own = own;
    }

    /** Lookup keys are made from the person's row, which names the change. */
    boolean namesItsChange() {
        return this != LOOKUP;
    }

    String table() {
        return "registry." + name().toLowerCase(Locale.ROOT);
    }

    String columns() {
        return namesItsChange() ? own + ", changed_at, change_id" : own;
    }

    int width() {
        return columns().split(",").length;
    }
}
