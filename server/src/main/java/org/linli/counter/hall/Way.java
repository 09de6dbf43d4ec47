package org.linli.counter.hall;

/** How somebody checked in (取号方式). */
enum Way {
    CARD,
    PHONE,
    BOOKING,
    NAME
}
