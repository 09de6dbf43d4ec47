package org.linli.counter.errand;

/** How a material is met (材料状态). */
public enum MaterialState {
    /** Handed in, or looked at. */
    PRESENT,
    /** To be handed in by a day (容缺后补). */
    FOLLOWS,
    /** Promised in writing in place of a proof (告知承诺). */
    COMMITTED,
    /** Held by the district, used with the applicant's consent (一次提交). */
    HELD,
    /** Not there, and nothing takes its place. */
    MISSING
}
