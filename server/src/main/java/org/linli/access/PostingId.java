package org.linli.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a posting. */
public record PostingId(@JsonValue UUID value) {}
