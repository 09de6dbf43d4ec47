package org.linli.access;

import java.util.Map;

/**
 * Audit trail (审计日志): every act and every read of personal data, kept in a chain that shows when a row was altered or
 * removed (GB/T 22239-2019 §8.1.4; Cybersecurity Law: at least six months).
 */
public interface AuditTrail {

    /**
     * Notes an act in the caller's transaction.
     *
     * @param act the permission word or another dotted word, such as {@code counter.paper.print}
     * @param object what was acted on, as {@code kind:identifier}; never personal data
     * @param facts a few words more, never personal data
     */
    void note(Acting by, String act, String object, Map<String, String> facts);
}
