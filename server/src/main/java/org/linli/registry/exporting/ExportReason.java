package org.linli.registry.exporting;

import org.linli.shared.Refusal;

/** Why an export is refused. */
enum ExportReason implements Refusal.Reason {
    EXPORT_PURPOSE_MISSING(Refusal.Kind.INVALID),
    EXPORT_FULL_PURPOSE_MISSING(Refusal.Kind.INVALID),
    UNKNOWN_EXPORT(Refusal.Kind.MISSING),
    EXPORT_NOT_READY(Refusal.Kind.CONFLICT),
    EXPORT_ERASED(Refusal.Kind.MISSING),
    /** Only whoever asked for a file gets it. */
    EXPORT_OF_ANOTHER(Refusal.Kind.FORBIDDEN);

    private final Refusal.Kind kind;

    ExportReason(Refusal.Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "registry";
    }

    @Override
    public Refusal.Kind kind() {
        return kind;
    }
}
