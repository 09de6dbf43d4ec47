package org.linli.registry.organisation;

/** What kind of organisation it is (组织类型). */
public enum OrganisationKind {
    /** 企业. */
    ENTERPRISE,
    /** 个体工商户. */
    INDIVIDUAL_BUSINESS,
    /** 社会团体. */
    SOCIAL_GROUP,
    /** 民办非企业单位. */
    PRIVATE_NON_ENTERPRISE_UNIT,
    /** 基金会. */
    FOUNDATION,
    /** 事业单位. */
    PUBLIC_INSTITUTION,
    /** 机关. */
    GOVERNMENT,
    OTHER
}
