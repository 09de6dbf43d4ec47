package org.linli.counter.paper;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a paper. */
public record PaperId(@JsonValue UUID value) {}
