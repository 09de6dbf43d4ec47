package org.linli.casework;

import java.util.Map;

/**
 * An action on a case: one of its procedure's, or a built-in one such as {@code claim}.
 *
 * @param revision the revision the actor saw; a case that has moved on since refuses
 * @param note the actor's words, empty when there are none
 * @param input what the action needs, by the names the procedure states, such as {@code decision}, {@code files},
 *     {@code unit}, {@code position}
 * @param requestKey the caller's own key; the same key again is answered with the first result
 */
public record ActOnCase(
        CaseId id, int revision, String action, String note, Map<String, Object> input, String requestKey) {

    public ActOnCase {
        input = Map.copyOf(input);
    }
}
