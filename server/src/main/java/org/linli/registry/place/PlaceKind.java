package org.linli.registry.place;

/** What people go there for (场所类型). */
public enum PlaceKind {
    SCHOOL,
    KINDERGARTEN,
    HOSPITAL,
    CLINIC,
    ELDER_CARE,
    CANTEEN,
    LIBRARY,
    PARK,
    MARKET,
    POLICE_STATION,
    BANK,
    POST_OFFICE,
    TOILET,
    SHELTER,
    OTHER
}
