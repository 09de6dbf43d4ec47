package org.linli.registry.residence;

/** On what footing somebody belongs to a dwelling (居住方式). */
public enum ResidenceKind {
    /** Registered and living there (户籍在此，人在此). */
    REGISTERED_HERE,
    /** Living there, registered outside the district (流动人口). */
    FLOATING,
    /** Registered there, living elsewhere (人户分离). */
    LIVING_ELSEWHERE,
    /** Registered in this district, renting there (区内租住). */
    RENTAL;

    /** Whether somebody sleeps there. */
    public boolean isLivedIn() {
        return this != LIVING_ELSEWHERE;
    }
}
