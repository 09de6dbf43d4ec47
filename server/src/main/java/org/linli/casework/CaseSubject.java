package org.linli.casework;

/**
 * Who or what a case is about, as the opener knows it: a kind such as {@code counter.errand} and its identifier there.
 * Casework stores it and hands it back; it never looks inside.
 */
public record CaseSubject(String kind, String id) {}
