package org.linli.wearables.line;

import java.util.List;
import org.linli.access.Acting;
import org.linli.wearables.WearablesWords;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the lines are. */
@RestController
@RequestMapping("/api/wearables/health")
class LineHealthController {

    private final List<DeviceListener> listeners;

    LineHealthController(List<DeviceListener> listeners) {
        this.listeners = listeners;
    }

    /**
     * One protocol, counted in this process since its start.
     *
     * @param port that is listened on; 0 when none is
     * @param connections open now
     * @param faults of what could not be read, or is not listened to
     * @param unregistered connections that ended because nobody registered the device, or it did not prove itself
     * @param floods how often a connection was read more slowly, because a device said too much
     * @param quarantined of the faults, how many were kept to be looked at
     */
    record ProtocolView(
            String protocol,
            int port,
            int connections,
            long frames,
            long faults,
            long unregistered,
            long floods,
            long quarantined) {}

    @GetMapping
    List<ProtocolView> readWearablesHealth(Acting by) {
        by.require(WearablesWords.READ_DEVICES);
        return listeners.stream().map(LineHealthController::view).toList();
    }

    private static ProtocolView view(DeviceListener listener) {
        var now = listener.standing();
        return new ProtocolView(
                listener.protocol(),
                listener.port(),
                now.connections(),
                now.frames(),
                now.faults(),
                now.unregistered(),
                now.floods(),
                now.quarantined());
    }
}
