package org.linli.registry;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.linli.shared.Refusal;

/** Phone number (联系电话) as it is stored: digits only, of a landline the area code too. */
public final class PhoneNumber {

    private static final Pattern FORM = Pattern.compile("1\\d{10}|0\\d{9,11}|[2-9]\\d{6,7}|400\\d{7}");

    private PhoneNumber() {}

    /** Reads what somebody typed: blanks, dashes and +86 are accepted; refuses what is no number. */
    public static String read(String typed) {
        var digits = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s()-]", "")
                .replaceFirst("^(\\+|00)86", "");
        if (!FORM.matcher(digits).matches()) {
            throw Refusal.ofField("phone", RegistryReason.MALFORMED_PHONE);
        }
        return digits;
    }

    /** Whether a text may be a phone number to look for. */
    public static boolean isLike(String typed) {
        return FORM.matcher(typed.replaceAll("[\\s()-]", "")).matches();
    }
}
