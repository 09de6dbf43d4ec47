package org.linli.counter.errand;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies an errand; people use the number of its case. */
public record ErrandId(@JsonValue UUID value) {}
