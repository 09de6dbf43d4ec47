package org.linli.privacy;

import org.linli.shared.Command;
import org.springframework.stereotype.Component;

/** {@code ./linli keys retire}: takes older keys out of the keystore once nothing is under them. */
@Component
class RetireKeysCommand implements Command {

    private final KeyRotation rotation;

    RetireKeysCommand(KeyRotation rotation) {
        this.rotation = rotation;
    }

    @Override
    public String name() {
        return "keys-retire";
    }

    @Override
    @SuppressWarnings("SystemOut")
    public int run() {
        var left = rotation.left();
        if (!left.isEmpty()) {
            System.out.println("Values are still under older keys, so nothing was changed: " + left
                    + ". Run ./linli keys rotate; visitors of today are let go of at midnight.");
            return 1;
        }
        var retired = rotation.retire();
        System.out.println(
                retired.isEmpty()
                        ? "There are no older keys."
                        : "Taken out of the keystore: " + String.join(", ", retired)
                                + ". The keystore as it was lies beside the new one: backups of the database made before"
                                + " need it. Keep it with them, and destroy it with them.");
        return 0;
    }
}
