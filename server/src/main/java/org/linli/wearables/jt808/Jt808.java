package org.linli.wearables.jt808;

import org.linli.wearables.line.Dialogue;
import org.linli.wearables.line.Protocol;

/** JT/T 808 of both editions; a terminal chooses with every frame. */
final class Jt808 implements Protocol {

    private final Jt808Codes codes;

    Jt808(Jt808Codes codes) {
        this.codes = codes;
    }

    @Override
    public String key() {
        return "jt808";
    }

    @Override
    public int garbage() {
        return 4 * Jt808Frame.LONGEST;
    }

    @Override
    public Dialogue open() {
        return new Jt808Dialogue(codes);
    }
}
