package org.linli.registry.change;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** Why a record is voided, and which revision of it. */
public record VoidForm(int revision, @Valid @NotNull WhyForm why) {}
