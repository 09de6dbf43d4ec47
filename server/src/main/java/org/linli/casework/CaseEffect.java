package org.linli.casework;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.linli.access.Acting;

/**
 * Something an action does beside moving the case, named in a procedure's {@code does} list. An application offers one as
 * a bean; it runs in the action's transaction, and a refusal from it undoes the action.
 */
public interface CaseEffect {

    /**
     * What is happening while an effect runs.
     *
     * @param options the words the procedure gives the action's effects, such as which paper to print
     * @param timeout when the house acts by itself should nobody move the case on from where it is now
     */
    record Happening(
            CaseSnapshot before,
            CaseReceipt after,
            Acting by,
            String action,
            String note,
            Map<String, Object> input,
            Map<String, String> options,
            Optional<Instant> timeout,
            Instant at) {}

    /** The word procedures use for it, such as {@code certificate}. */
    String code();

    void run(Happening happening);
}
