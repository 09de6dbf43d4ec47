package org.linli.registry.history;

/** Rows whose changes tell something about one record: a table, and the column that points at the record. */
public enum Trace {
    PERSON("person", "id"),
    DOCUMENTS_OF_PERSON("document", "person_id"),
    PHONES_OF_PERSON("phone", "person_id"),
    RESIDENCE_OF_PERSON("residence", "person_id"),
    MEMBERSHIP_OF_PERSON("household_member", "person_id"),
    HOUSEHOLD("household", "id"),
    MEMBERS_OF_HOUSEHOLD("household_member", "household_id"),
    DWELLING("dwelling", "id"),
    RESIDENCE_IN_DWELLING("residence", "dwelling_id"),
    COMPOUND("compound", "id"),
    ORGANISATION("organisation", "id"),
    PLACE("place", "id");

    private final String table;
    private final String column;

    Trace(String table, String column) {
        this.table = table;
        this.column = column;
    }

    String table() {
        return table;
    }

    String column() {
        return column;
    }
}
