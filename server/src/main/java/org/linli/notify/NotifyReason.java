package org.linli.notify;

import org.linli.shared.Refusal;

/** Why notify refuses. */
public enum NotifyReason implements Refusal.Reason {
    NOT_IN_THIS_INBOX(Refusal.Kind.MISSING);

    private final Refusal.Kind kind;

    NotifyReason(Refusal.Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "notify";
    }

    @Override
    public Refusal.Kind kind() {
        return kind;
    }
}
