package org.linli.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies an account. */
public record AccountId(@JsonValue UUID value) {}
