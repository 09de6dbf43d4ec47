package org.linli.wearables.watch;

import org.linli.shared.Names;
import org.linli.wearables.WearablesSettings;
import org.linli.wearables.line.DeviceListener;
import org.linli.wearables.line.LineCare;
import org.linli.wearables.line.LineSettings;
import org.springframework.stereotype.Component;

/** Listens for watches that speak the text protocol. */
@Component
class WatchListener extends DeviceListener {

    WatchListener(WearablesSettings settings, LineCare care) {
        super(
                new WatchProtocol(),
                new LineSettings(settings.watchPort(), "linli.wearables.watch-port", Names.of("手表", "watches")),
                care);
    }
}
