package org.linli.casework;

import java.util.Set;
import org.linli.access.Acting;

/**
 * Ratings (好差评, GB/T 39735-2020) of cases by the people they were for, in five grades: 5 very satisfied to 1 very
 * dissatisfied. Once for a case and visit; who rated is not stored. A grade of 1 or 2 needs a ticked reason or a few
 * words, and opens the rectification case its procedure names.
 */
public interface CaseRatings {

    /**
     * A rating as it was given.
     *
     * @param visit the visit it is about, or empty for the case as a whole
     * @param reasons ticked reasons, as codes such as {@code ATTITUDE}
     * @param words what was written, or empty
     * @param channel where it was given, such as {@code TABLET}, {@code QR} or {@code PHONE}
     */
    record Given(
            CaseId id, String visit, int grade, Set<String> reasons, String words, String channel, String requestKey) {

        public Given {
            reasons = Set.copyOf(reasons);
        }
    }

    /**
     * @throws org.linli.shared.Refusal when the case cannot be rated (any more), was rated already, or a low grade comes
     *     without a reason
     */
    void rate(Acting by, Given rating);

    /** Whether a rating of this case and visit would be taken now: it has ended, not too long ago, and was not rated. */
    boolean isOpen(CaseId id, String visit);
}
