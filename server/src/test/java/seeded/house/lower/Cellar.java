package seeded.house.lower;

import seeded.house.upper.Roof;

/** Knows what it must not know. */
public record Cellar(Roof roof) {}
