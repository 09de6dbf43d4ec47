package org.linli.registry.importing;

/** How far an import is. */
enum ImportState {
    RECEIVING,
    MAPPING,
    CHECKING,
    CHECKED,
    APPLYING,
    APPLIED,
    REFUSED,
    CANCELLED,
    EXPIRED;

    boolean isEnded() {
        return switch (this) {
            case RECEIVING, MAPPING, CHECKING, CHECKED, APPLYING -> false;
            case APPLIED, REFUSED, CANCELLED, EXPIRED -> true;
        };
    }
}
