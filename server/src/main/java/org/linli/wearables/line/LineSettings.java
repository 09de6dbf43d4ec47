package org.linli.wearables.line;

import org.linli.shared.Names;

/**
 * Where a protocol is heard.
 *
 * @param port 0 takes a free one, -1 listens nowhere
 * @param setting that names the port
 * @param devices who speaks it, in words
 */
public record LineSettings(int port, String setting, Names devices) {

    String taken() {
        return "Port " + port + " for " + devices.en() + " is already in use on this machine; stop"
                + " the program that uses it, or name another with --" + setting + ". " + devices.zh() + "接入端口 "
                + port + " 已被占用，请停掉占用它的程序，或用 --" + setting + " 另指定一个。";
    }
}
