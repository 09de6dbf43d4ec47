package org.linli.privacy;

import org.linli.shared.Command;
import org.springframework.stereotype.Component;

/** {@code --linli.command=keys-rotate}: puts a new field key into use and seals everything anew under it. */
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
        var key = rotation.begin();
        System.out.printf("Key field-%d is in use; %d values were sealed anew.%n", key, rotation.finish());
        return 0;
    }
}
