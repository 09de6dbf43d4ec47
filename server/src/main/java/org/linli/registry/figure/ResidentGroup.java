package org.linli.registry.figure;

/**
 * Which residents a figure counts (居民分类). One condition makes both the figure and its list, so that they cannot differ;
 * {@code r} is the residence, {@code p} the person, and birth dates are compared with days that an age begins on.
 */
enum ResidentGroup {
    LIVING_HERE("r.kind <> 'LIVING_ELSEWHERE'"),
    REGISTERED_HERE("r.kind = 'REGISTERED_HERE'"),
    RENTAL("r.kind = 'RENTAL'"),
    FLOATING("r.kind = 'FLOATING'"),
    LIVING_ELSEWHERE("r.kind = 'LIVING_ELSEWHERE'"),
    AGE_0_TO_5("r.kind <> 'LIVING_ELSEWHERE' and p.birth_date > :six"),
    AGE_6_TO_17("r.kind <> 'LIVING_ELSEWHERE' and p.birth_date <= :six and p.birth_date > :eighteen"),
    AGE_18_TO_59("r.kind <> 'LIVING_ELSEWHERE' and p.birth_date <= :eighteen and p.birth_date > :sixty"),
    AGE_60_TO_79("r.kind <> 'LIVING_ELSEWHERE' and p.birth_date <= :sixty and p.birth_date > :eighty"),
    AGE_80_AND_OVER("r.kind <> 'LIVING_ELSEWHERE' and p.birth_date <= :eighty"),
    AGE_UNKNOWN("r.kind <> 'LIVING_ELSEWHERE' and p.birth_date is null"),
    /** Sixty or older and the only one who lives in the dwelling (独居老人). */
    ELDER_ALONE("""
            r.kind <> 'LIVING_ELSEWHERE' and p.birth_date <= :sixty
            and not exists (
              select from registry.residence o join registry.person q on q.id = o.person_id
              where o.dwelling_id = r.dwelling_id and o.id <> r.id and o.kind <> 'LIVING_ELSEWHERE'
                and o.until_date is null and o.voided_at is null
                and q.voided_at is null and q.standing <> 'DECEASED')""");

    private final String condition;

    ResidentGroup(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
