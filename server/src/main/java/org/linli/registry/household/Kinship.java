package org.linli.registry.household;

import java.util.List;
import org.linli.registry.RegistryReason;
import org.linli.shared.Refusal;
import org.linli.shared.Sex;

/** Refuses relations that cannot be. */
final class Kinship {

    private static final List<String> OLDER_SIBLINGS = List.of("71", "75");
    private static final List<String> YOUNGER_SIBLINGS = List.of("73", "77");

    private Kinship() {}

    /** Checks the whole household: one head, and everybody's relation against the head and the others'. */
    static void require(List<Kin> household) {
        var heads = household.stream().filter(kin -> kin.relation().isHead()).toList();
        if (heads.size() != 1) {
            throw Refusal.ofField("relation", RegistryReason.RELATION_DOES_NOT_FIT);
        }
        var head = heads.getFirst();
        for (var kin : household) {
            requireSex(kin, head);
            requireAge(kin, head);
        }
        if (household.stream().filter(kin -> kin.relation().isSpouse()).count() > 1) {
            throw Refusal.ofField("relation", RegistryReason.TWO_SPOUSES);
        }
        household.stream()
                .filter(kin -> kin.relation().isSingle())
                .filter(kin -> household.stream()
                        .anyMatch(other -> !other.person().equals(kin.person())
                                && other.relation().equals(kin.relation())))
                .findFirst()
                .ifPresent(kin -> {
                    throw Refusal.ofField("relation", RegistryReason.RELATION_TWICE);
                });
    }

    private static void requireSex(Kin kin, Kin head) {
        var said = kin.relation().sex();
        var known = kin.sex() == Sex.MALE || kin.sex() == Sex.FEMALE;
        var headKnown = head.sex() == Sex.MALE || head.sex() == Sex.FEMALE;
        var code = kin.relation().code();
        var sameAsHead = code.equals("11") && head.sex() == Sex.MALE || code.equals("12") && head.sex() == Sex.FEMALE;
        var wrongInLaw = headKnown
                && (List.of("53", "54").contains(code) && head.sex() == Sex.MALE
                        || List.of("55", "56").contains(code) && head.sex() == Sex.FEMALE);
        if (known && said != Sex.UNKNOWN && said != kin.sex() || sameAsHead || wrongInLaw) {
            throw Refusal.ofField("relation", RegistryReason.RELATION_OF_OTHER_SEX);
        }
    }

    private static void requireAge(Kin kin, Kin head) {
        var relation = kin.relation();
        var tooOld = (relation.isChild() || relation.isGrandchild() || YOUNGER_SIBLINGS.contains(relation.code()))
                && kin.isOlderThan(head);
        var tooYoung = (relation.isParent() || relation.isGrandparent() || OLDER_SIBLINGS.contains(relation.code()))
                && head.isOlderThan(kin);
        var sameDay = (relation.isChild() || relation.isGrandchild() || relation.isParent() || relation.isGrandparent())
                && kin.birth() != null
                && kin.birth().equals(head.birth());
        if (tooOld || tooYoung || sameDay) {
            throw Refusal.ofField("relation", RegistryReason.RELATION_AGAINST_AGE);
        }
    }
}
