package org.linli.shared;

/**
 * What a module needs to be tried out, loaded once into an empty database at the first start, module by module in the
 * order they give. It goes through the module's own services wherever rows of its own would go round a rule.
 */
public interface DemoData {

    /** How much is loaded. */
    enum Size {
        /** Nothing invented: only what a new installation needs to be signed in to. */
        NONE,
        /** A few people and matters: enough for a tour. */
        SMALL,
        /** A district's ordinary year. */
        FULL
    }

    /** Lower floors first: area 10, access 20, then 30 and up. */
    int order();

    void load(Size size);
}
