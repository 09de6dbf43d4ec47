package org.linli.registry.household;

import java.util.List;
import java.util.Optional;
import org.linli.shared.Sex;

/**
 * A new head (变更户主): works out how everybody is related to the new head from how they were related to the old one.
 * What does not follow for certain is left to be asked.
 */
record NewHead(Kin former, Kin chosen, List<Kin> household) {

    /** Somebody's relation to the new head, where it follows. */
    Optional<Relation> of(Kin member) {
        if (member.person().equals(chosen.person())) {
            return Optional.of(Relation.HEAD);
        }
        if (member.person().equals(former.person())) {
            return ofFormerHead();
        }
        var chosenWas = chosen.relation();
        if (chosenWas.isSpouse()) {
            return seenBySpouse(member);
        }
        if (chosenWas.isChild()) {
            return seenByChild(member);
        }
        if (chosenWas.isParent()) {
            return seenByParent(member);
        }
        if (chosenWas.isSibling()) {
            return seenBySibling(member);
        }
        return Optional.empty();
    }

    private Optional<Relation> ofFormerHead() {
        var sex = former.sex();
        return switch (chosen.relation().code().charAt(0)) {
            case '1' -> bySex(sex, "11", "12");
            case '2', '3' ->
                chosen.relation().isChildInLaw()
                        ? chosen.sex() == Sex.FEMALE ? bySex(sex, "53", "54") : bySex(sex, "55", "56")
                        : bySex(sex, "51", "52");
            case '4' -> grandparentOfChosen(sex);
            case '5' -> chosen.relation().isParent() ? bySex(sex, "20", "30") : bySex(sex, "28", "38");
            case '6' -> grandchildOfChosen(sex);
            case '7' -> sibling(former);
            default -> Optional.of(chosen.relation());
        };
    }

    private Optional<Relation> grandparentOfChosen(Sex sex) {
        return switch (chosen.relation().code()) {
            case "41", "42" -> bySex(sex, "61", "62");
            case "43", "44" -> bySex(sex, "63", "64");
            default -> Optional.of(new Relation("60"));
        };
    }

    private Optional<Relation> grandchildOfChosen(Sex sex) {
        return switch (chosen.relation().code()) {
            case "61", "62" -> bySex(sex, "41", "42");
            case "63", "64" -> bySex(sex, "43", "44");
            default -> Optional.of(new Relation("40"));
        };
    }

    private Optional<Relation> seenBySpouse(Kin member) {
        var was = member.relation();
        if (was.isChild() || was.isChildInLaw() || was.isGrandchild()) {
            return Optional.of(was);
        }
        if (was.isParent()) {
            return chosen.sex() == Sex.FEMALE ? bySex(member.sex(), "53", "54") : bySex(member.sex(), "55", "56");
        }
        if (was.isParentInLaw()) {
            return bySex(member.sex(), "51", "52");
        }
        return beside(was).or(() -> was.isSibling() || was.isGrandparent() ? relative() : Optional.empty());
    }

    private Optional<Relation> seenByChild(Kin member) {
        var was = member.relation();
        if (was.isSpouse()) {
            return bySex(member.sex(), "51", "52");
        }
        if (was.isChild()) {
            return sibling(member);
        }
        if (was.isParent()) {
            return former.sex() == Sex.FEMALE ? bySex(member.sex(), "63", "64") : bySex(member.sex(), "61", "62");
        }
        if (was.isChildInLaw() && isOnlyCouple()) {
            return bySex(member.sex(), "11", "12");
        }
        if (was.isGrandchild() && isOnlyChild()) {
            return bySex(member.sex(), "20", "30");
        }
        return beside(was).or(() -> was.isSibling() || was.isGrandparent() ? relative() : Optional.empty());
    }

    private Optional<Relation> seenByParent(Kin member) {
        var was = member.relation();
        if (was.isParent()) {
            return bySex(member.sex(), "11", "12");
        }
        if (was.isSpouse()) {
            return bySex(member.sex(), "28", "38");
        }
        if (was.isSibling()) {
            return bySex(member.sex(), "20", "30");
        }
        if (was.isChild()) {
            return former.sex() == Sex.FEMALE ? bySex(member.sex(), "43", "44") : bySex(member.sex(), "41", "42");
        }
        return beside(was);
    }

    private Optional<Relation> seenBySibling(Kin member) {
        var was = member.relation();
        if (was.isParent() || was.isGrandparent()) {
            return Optional.of(was);
        }
        if (was.isSibling()) {
            return sibling(member);
        }
        return beside(was).or(() -> was.isChild() || was.isSpouse() ? relative() : Optional.empty());
    }

    /** Distant relatives and people of no relation stay so. */
    private static Optional<Relation> beside(Relation was) {
        return was.code().equals("97") || was.code().equals("99") ? Optional.of(was) : Optional.empty();
    }

    private static Optional<Relation> relative() {
        return Optional.of(new Relation("97"));
    }

    private Optional<Relation> sibling(Kin member) {
        if (member.birth() == null || chosen.birth() == null) {
            return Optional.of(new Relation("70"));
        }
        return member.birth().isAfter(chosen.birth())
                ? bySex(member.sex(), "73", "77")
                : bySex(member.sex(), "71", "75");
    }

    /** Whose husband or wife a child-in-law is, is certain when there is one of each. */
    private boolean isOnlyCouple() {
        return isOnlyChild()
                && household.stream()
                                .filter(kin -> kin.relation().isChildInLaw())
                                .count()
                        == 1;
    }

    private boolean isOnlyChild() {
        return household.stream().filter(kin -> kin.relation().isChild()).count() == 1;
    }

    private static Optional<Relation> bySex(Sex sex, String man, String woman) {
        return switch (sex) {
            case MALE -> Optional.of(new Relation(man));
            case FEMALE -> Optional.of(new Relation(woman));
            case UNKNOWN, UNSTATED -> Optional.empty();
        };
    }
}
