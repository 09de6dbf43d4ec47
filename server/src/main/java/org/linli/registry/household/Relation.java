package org.linli.registry.household;

import java.util.Set;
import org.linli.registry.Codes;
import org.linli.registry.RegistryReason;
import org.linli.shared.Refusal;
import org.linli.shared.Sex;

/** Relation to the household head (与户主关系), GB/T 4761: two digits of which the first says the kind. */
public record Relation(String code) {

    public static final Relation HEAD = new Relation("02");

    private static final String SELF = "01";
    private static final String SON_IN_LAW = "28";
    private static final String DAUGHTER_IN_LAW = "38";
    private static final Set<String> MEN =
            Set.of("11", "20", "21", "22", "23", "27", "28", "41", "43", "51", "53", "55", "61", "63", "71", "73");
    private static final Set<String> WOMEN =
            Set.of("12", "30", "31", "32", "33", "37", "38", "42", "44", "52", "54", "56", "62", "64", "75", "77");

    /** Of whom nobody has two. */
    private static final Set<String> SINGLE =
            Set.of("21", "22", "23", "31", "32", "33", "51", "52", "53", "54", "55", "56", "61", "62", "63", "64");

    public static Relation read(String code) {
        if (Codes.name(Codes.Table.RELATION, code.strip()).isEmpty()) {
            throw Refusal.ofField("relation", RegistryReason.UNKNOWN_CODE, code);
        }
        return new Relation(code.strip());
    }

    public boolean isHead() {
        return code.equals(SELF) || code.equals(HEAD.code);
    }

    public boolean isSpouse() {
        return code.startsWith("1");
    }

    /** A son or a daughter, not one of theirs in marriage. */
    public boolean isChild() {
        return (code.startsWith("2") || code.startsWith("3")) && !isChildInLaw();
    }

    public boolean isChildInLaw() {
        return code.equals(SON_IN_LAW) || code.equals(DAUGHTER_IN_LAW);
    }

    public boolean isGrandchild() {
        return code.startsWith("4");
    }

    public boolean isParent() {
        return Set.of("50", "51", "52").contains(code);
    }

    public boolean isParentInLaw() {
        return Set.of("53", "54", "55", "56").contains(code);
    }

    public boolean isGrandparent() {
        return code.startsWith("6");
    }

    public boolean isSibling() {
        return code.startsWith("7");
    }

    /** Whether a head has one of the kind only: a father, an eldest son, a husband or wife. */
    public boolean isSingle() {
        return SINGLE.contains(code);
    }

    /** The sex that the word says. */
    public Sex sex() {
        return MEN.contains(code) ? Sex.MALE : WOMEN.contains(code) ? Sex.FEMALE : Sex.UNKNOWN;
    }

    /** Generations below the head; above it when negative. Others stand beside. */
    public int generation() {
        return switch (code.charAt(0)) {
            case '2', '3' -> 1;
            case '4' -> 2;
            case '5' -> -1;
            case '6' -> -2;
            default -> 0;
        };
    }
}
