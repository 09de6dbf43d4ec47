package org.linli.wearables.sensor;

import java.util.Optional;
import java.util.regex.Pattern;
import org.linli.shared.BodySignature;

/**
 * Who says that it signed a request, and how.
 *
 * @param name the number it was given on the desk, as the request says it
 */
record VendorSignature(String name, BodySignature signature) {

    static final String VENDOR = "X-Linli-Vendor";

    private static final Pattern ID = Pattern.compile("\\d{1,9}");

    /** The number it was given on the desk; empty for what is none. */
    Optional<Integer> vendor() {
        return Optional.of(name).filter(said -> ID.matcher(said).matches()).map(Integer::valueOf);
    }
}
