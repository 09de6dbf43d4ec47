package org.linli.counter.errand;

import java.util.Optional;
import org.linli.shared.IdDocument;

/**
 * Applicant (申请人): the person an errand is for, or who signs for an organisation. In memory only; at rest every part is
 * sealed.
 *
 * @param address where the person lives, as certificates print it
 */
public record Applicant(
        String name,
        IdDocument document,
        Optional<String> phone,
        Optional<String> address,
        Optional<Organisation> organisation) {

    /** The organisation somebody signs for, with its unified social credit code. */
    public record Organisation(String name, String creditCode) {}

    @Override
    public String toString() {
        return "Applicant[" + document + "]";
    }
}
