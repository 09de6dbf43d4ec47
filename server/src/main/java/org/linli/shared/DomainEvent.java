package org.linli.shared;

/** Something that happened in a module and was committed; others may hear it. */
public interface DomainEvent extends org.jmolecules.event.types.DomainEvent {}
