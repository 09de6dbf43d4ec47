package org.linli.sync;

import java.util.UUID;
import org.linli.files.FileId;
import org.linli.shared.DomainEvent;

/** A photo has arrived whole and belongs to a change of a record. */
public record PhotoBound(UUID photo, FileId file, UUID mutation, String type, UUID entity) implements DomainEvent {}
