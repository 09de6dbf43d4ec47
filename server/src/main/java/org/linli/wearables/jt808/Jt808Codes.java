package org.linli.wearables.jt808;

/** The codes that terminals prove themselves with (鉴权码). */
interface Jt808Codes {

    /** Short enough for every terminal, and the same as long as the house keeps its key. */
    String of(String device);

    boolean fits(String device, String code);
}
