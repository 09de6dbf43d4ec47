package org.linli.registry.household;

/** What kind of household it is (户别). */
public enum HouseholdKind {
    /** A family (家庭户). */
    FAMILY,
    /** Those who share a dormitory or a flat and are no family (集体户). */
    COLLECTIVE
}
