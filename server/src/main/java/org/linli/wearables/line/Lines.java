package org.linli.wearables.line;

import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Which device is heard on which connection of this process; the last one it spoke on counts. */
@Component
public class Lines {

    private final ConcurrentHashMap<String, DeviceConnection> lines = new ConcurrentHashMap<>();

    /** Tells a device that is connected, once on each connection; {@link OrderDesk} hears what came of it. */
    public void tell(String device, UUID id, Order order) {
        var line = lines.get(device);
        if (line != null) {
            line.tell(device, id, order);
        }
    }

    /** @return whether the device was not heard on that connection before */
    boolean heard(String device, DeviceConnection line) {
        if (lines.get(device) == line) {
            return false;
        }
        lines.put(device, line);
        return true;
    }

    void gone(String device, DeviceConnection line) {
        lines.remove(device, line);
    }
}
