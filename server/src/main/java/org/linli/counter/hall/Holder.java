package org.linli.counter.hall;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Holder (持证人): the person a visit is for, as read from a card or typed in. Lives in memory only; at rest the name is
 * sealed and the number is a blind index.
 */
public record Holder(String name, Optional<String> idNumber, Optional<LocalDate> birthDate) {

    @Override
    public String toString() {
        return "Holder[…]";
    }
}
