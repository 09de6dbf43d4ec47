package org.linli.privacy;

import org.linli.shared.Command;
import org.springframework.stereotype.Component;

/** {@code ./linli keys rotate}: puts new keys into use and everything stored under them. */
@Component
class RotateKeysCommand implements Command {

    private final KeyRotation rotation;

    RotateKeysCommand(KeyRotation rotation) {
        this.rotation = rotation;
    }

    @Override
    public String name() {
        return "keys-rotate";
    }

    @Override
    @SuppressWarnings("SystemOut")
    public int run() {
        var outcome = rotation.run();
        if (outcome.isEmpty()) {
            System.out.println("Another process is rotating the keys; this one changed nothing.");
            return 1;
        }
        var done = outcome.get();
        System.out.printf(
                "%s %s and %s are in use; %d values were put under them.%n",
                done.resumed() ? "A rotation that was interrupted is complete: keys" : "Keys",
                done.rotation().fieldKey(),
                done.rotation().indexKey(),
                done.changed());
        if (done.left().isEmpty()) {
            System.out.println("Nothing is left under older keys; ./linli keys retire takes them out of the keystore.");
        } else {
            System.out.println("Still under older keys, until the day is over or it is run again: " + done.left());
        }
        return 0;
    }
}
