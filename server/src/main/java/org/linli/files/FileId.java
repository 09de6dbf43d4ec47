package org.linli.files;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a stored file. */
public record FileId(@JsonValue UUID value) {}
