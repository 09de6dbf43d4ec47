package org.linli.registry.exporting;

/** How far an export is. */
enum ExportState {
    WAITING,
    READY,
    CANCELLED,
    FAILED,
    ERASED
}
