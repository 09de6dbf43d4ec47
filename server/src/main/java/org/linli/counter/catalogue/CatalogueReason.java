package org.linli.counter.catalogue;

import org.linli.shared.Refusal;

/** Why the catalogue refuses. */
public enum CatalogueReason implements Refusal.Reason {
    ITEM_UNKNOWN(Refusal.Kind.MISSING),
    ITEM_VERSION_UNKNOWN(Refusal.Kind.MISSING),
    ITEM_HAS_FAULTS(Refusal.Kind.INVALID),
    ITEM_CODE_DIFFERS(Refusal.Kind.INVALID),
    ITEM_VERSION_NOT_NEXT(Refusal.Kind.CONFLICT),
    ITEM_ALREADY_WITHDRAWN(Refusal.Kind.CONFLICT),
    ITEM_NOT_WITHDRAWN(Refusal.Kind.CONFLICT);

    private final Refusal.Kind kind;

    CatalogueReason(Refusal.Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "counter";
    }

    @Override
    public Refusal.Kind kind() {
        return kind;
    }
}
