package org.linli.casework.procedure;

import java.util.Set;
import org.linli.casework.CaseEffect;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The roles of this house's postings, and the effects its modules offer. */
@Component
class HouseWords implements KnownWords {

    private static final Set<String> ROLES = Set.of(
            "clerk",
            "station-head",
            "committee-clerk",
            "department-officer",
            "district-supervisor",
            "hall-clerk",
            "agent",
            "system");

    /** Effects of the applications above, by the words that the README of the catalogue gives them. */
    private static final Set<String> EFFECTS = Set.of("paper", "certificate", "notify", "send");

    private final ObjectProvider<CaseEffect> effects;

    HouseWords(ObjectProvider<CaseEffect> effects) {
        this.effects = effects;
    }

    @Override
    public boolean isRole(String word) {
        return ROLES.contains(word);
    }

    @Override
    public boolean isEffect(String word) {
        return EFFECTS.contains(word)
                || effects.stream().anyMatch(effect -> effect.code().equals(word));
    }
}
