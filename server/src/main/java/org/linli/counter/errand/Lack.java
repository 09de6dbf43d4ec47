package org.linli.counter.errand;

import org.linli.shared.Refusal;

/** Why a material does not do (材料不符): one of the usual faults, with a few words where they help. */
public record Lack(MaterialFault fault, String words) {

    public Lack {
        words = words.strip();
        if (fault == MaterialFault.OTHER && words.isEmpty()) {
            throw Refusal.ofField("words", ErrandReason.REASON_NEEDED);
        }
    }

    /** As the papers print it, such as {@code 已过有效期；请带新的}. */
    String sentence() {
        if (fault == MaterialFault.OTHER) {
            return words;
        }
        return words.isEmpty() ? fault.words() : fault.words() + "；" + words;
    }
}
