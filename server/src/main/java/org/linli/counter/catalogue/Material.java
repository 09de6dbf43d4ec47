package org.linli.counter.catalogue;

import java.util.Optional;
import org.linli.shared.Names;

/**
 * Material (申请材料): one paper or file an item asks for.
 *
 * @param code unique within the item; materials that are the same thing in several items share the code, so that what
 *     was verified once is found again
 * @param copies how many are handed in; an original that is only looked at counts 0
 * @param mayFollow may be handed in after acceptance (容缺后补)
 * @param mayBeCommitted may be replaced by a written promise (告知承诺)
 */
public record Material(
        String code,
        Names names,
        Form form,
        Medium medium,
        int copies,
        boolean required,
        boolean mayFollow,
        boolean mayBeCommitted,
        Source source,
        Optional<Names> hint) {

    /** Which form the window asks for. */
    public enum Form {
        ORIGINAL,
        COPY
    }

    /** What it is made of. */
    public enum Medium {
        PAPER,
        ELECTRONIC,
        EITHER
    }

    /** Where it comes from. */
    public enum Source {
        /** Read from the identity card at the window; nothing to copy. */
        CARD,
        /** The applicant brings it. */
        APPLICANT,
        /** The applicant fills it in at the window; the form is offered there. */
        FILLED_AT_WINDOW,
        /** Another body issues it to the applicant. */
        OTHER_BODY,
        /** The district holds it: looked up with the applicant's consent, never asked for. */
        DISTRICT_HELD;

        /** Whether the resident has to carry it to the window. */
        public boolean brought() {
            return this == APPLICANT || this == OTHER_BODY;
        }
    }
}
