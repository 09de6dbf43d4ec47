package org.linli.registry.synthetic;

/** On what footing a family lives in its home. */
enum Tenure {
    /** Registered in it. */
    REGISTERED("REGISTERED_HERE", "OWNER_OCCUPIED"),
    /** Registered in another home of the district and renting this one. */
    RENTING("RENTAL", "RENTAL"),
    /** Registered in another place and renting here. */
    FLOATING("FLOATING", "RENTAL"),
    /** Registered in another place, in a home of their own. */
    FLOATING_OWNER("FLOATING", "OWNER_OCCUPIED");

    private static final Weighted<Tenure> SETTLED = Weighted.of(
            Weighted.choice(REGISTERED, 82),
            Weighted.choice(RENTING, 5),
            Weighted.choice(FLOATING, 7),
            Weighted.choice(FLOATING_OWNER, 6));
    private static final Weighted<Tenure> NOT_SETTLED =
            Weighted.of(Weighted.choice(REGISTERED, 42), Weighted.choice(RENTING, 16), Weighted.choice(FLOATING, 42));
    private static final Weighted<Tenure> STRANGERS =
            Weighted.of(Weighted.choice(RENTING, 20), Weighted.choice(FLOATING, 80));

    private final String residence;
    private final String use;

    Tenure(String residence, String use) {
        this.residence = residence;
        this.use = use;
    }

    static Tenure of(Family family, Dice dice) {
        return switch (family.kind()) {
            case FAMILY -> (family.settled() ? SETTLED : NOT_SETTLED).draw(dice);
            case SHARED, COLLECTIVE -> STRANGERS.draw(dice);
        };
    }

    String residence() {
        return residence;
    }

    String use(Family.Kind kind) {
        return kind == Family.Kind.COLLECTIVE ? "COLLECTIVE" : use;
    }

    boolean fromElsewhere() {
        return this == FLOATING || this == FLOATING_OWNER;
    }
}
