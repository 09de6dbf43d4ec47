package org.linli.shared;

import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;

/**
 * Repeated request (重复提交): the same request key sent twice at the same moment. Whichever comes second finds the key
 * taken only when the first has committed; asked once more, the use case then answers what the first was answered.
 */
public final class RepeatedRequest {

    private RepeatedRequest() {}

    /** @param useCase the whole transaction, which looks for an earlier request with the same key first */
    public static <T> T answer(Supplier<T> useCase) {
        try {
            return useCase.get();
        } catch (DuplicateKeyException takenMeanwhile) {
            return useCase.get();
        }
    }
}
