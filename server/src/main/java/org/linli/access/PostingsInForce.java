package org.linli.access;

import java.util.List;
import java.util.Optional;
import org.linli.shared.DivisionCode;

/** Postings that give their rights today, for modules that hand something to one or tell those who answer for a place. */
public interface PostingsInForce {

    /** The posting as it would act; empty when there is none, it has not begun or has ended, or its account is retired. */
    Optional<Acting> find(PostingId posting);

    /** Those of a role whose area covers a place. */
    List<PostingId> covering(String role, DivisionCode place);
}
