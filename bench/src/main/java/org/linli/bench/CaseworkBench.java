package org.linli.bench;

/** Placeholder so that the skeleton compiles while casework is being written. */
final class CaseworkBench {
    private CaseworkBench() {}

    static Report run(Settings settings) {
        throw new IllegalStateException(settings.toString());
    }
}
