package org.linli.registry.dwelling;

/** What a dwelling is used for (房屋用途). */
public enum DwellingUse {
    /** Lived in by whoever it belongs to (自住). */
    OWNER_OCCUPIED,
    /** Let (出租). */
    RENTAL,
    /** Empty (空置). */
    VACANT,
    /** A shop or an office (经营). */
    BUSINESS,
    /** A dormitory or another collective dwelling (集体). */
    COLLECTIVE,
    OTHER
}
