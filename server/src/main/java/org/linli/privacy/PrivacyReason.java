package org.linli.privacy;

import org.linli.shared.Refusal;

/** Why privacy refuses. */
enum PrivacyReason implements Refusal.Reason {
    PAGE_UNKNOWN(Refusal.Kind.INVALID);

    private final Refusal.Kind kind;

    PrivacyReason(Refusal.Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "privacy";
    }

    @Override
    public Refusal.Kind kind() {
        return kind;
    }
}
