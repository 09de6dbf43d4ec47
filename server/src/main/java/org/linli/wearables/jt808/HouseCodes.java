package org.linli.wearables.jt808;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.linli.privacy.BlindIndex;
import org.springframework.stereotype.Component;

/** Codes are made of the number under a key of the house, so none is kept, and a rotated key refuses nobody at once. */
@Component
class HouseCodes implements Jt808Codes {

    private static final String PURPOSE = "wearables.jt808.code";

    /** Of a whole code: with 128 of its bits nobody guesses one. */
    private static final int BYTES = 18;

    private final BlindIndex index;

    HouseCodes(BlindIndex index) {
        this.index = index;
    }

    @Override
    public String of(String device) {
        return text(index.of(PURPOSE, device));
    }

    @Override
    public boolean fits(String device, String code) {
        return index.every(PURPOSE, device).stream()
                .anyMatch(one -> MessageDigest.isEqual(
                        text(one).getBytes(StandardCharsets.US_ASCII), code.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(byte[] whole) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, BYTES));
    }
}
