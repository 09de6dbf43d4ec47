package org.linli.casework;

import java.util.Optional;

/**
 * The two terms of one case, kept apart: what the law allows (法定时限) and what the district promises (承诺时限). The
 * promised one is the due date people see and are reminded of.
 */
public record CaseTerms(Optional<Term> statutory, Optional<Term> promised) {}
