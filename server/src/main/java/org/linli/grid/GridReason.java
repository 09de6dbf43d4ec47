package org.linli.grid;

import org.linli.shared.Refusal;

/** Why the grids refuse. */
public enum GridReason implements Refusal.Reason {
    UNKNOWN_CELL(Refusal.Kind.INVALID),
    OUTSIDE_YOUR_AREA(Refusal.Kind.FORBIDDEN);

    private final Refusal.Kind kind;

    GridReason(Refusal.Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "grid";
    }

    @Override
    public Refusal.Kind kind() {
        return kind;
    }
}
