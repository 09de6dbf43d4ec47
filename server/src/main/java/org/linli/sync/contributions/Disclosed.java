package org.linli.sync.contributions;

import java.util.List;
import java.util.Set;

/**
 * Full personal values that go to a phone (随数据包提供的完整个人信息), for the disclosure ledger.
 *
 * @param subjects whose, as {@link org.linli.privacy.DisclosureLedger#subjectOf} says or as an identifier
 * @param fields which, such as {@code phone}
 */
public record Disclosed(List<String> subjects, Set<String> fields) {

    public static final Disclosed NOTHING = new Disclosed(List.of(), Set.of());

    public Disclosed {
        subjects = List.copyOf(subjects);
        fields = Set.copyOf(fields);
    }
}
