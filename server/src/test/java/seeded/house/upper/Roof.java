package seeded.house.upper;

/** Something upstairs. */
public record Roof(String colour) {}
