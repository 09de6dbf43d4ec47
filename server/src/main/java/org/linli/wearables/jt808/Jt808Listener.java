package org.linli.wearables.jt808;

import org.linli.shared.Names;
import org.linli.wearables.WearablesSettings;
import org.linli.wearables.line.DeviceListener;
import org.linli.wearables.line.LineCare;
import org.linli.wearables.line.LineSettings;
import org.springframework.stereotype.Component;

/** Listens for terminals that speak JT/T 808. */
@Component
class Jt808Listener extends DeviceListener {

    Jt808Listener(Jt808Codes codes, WearablesSettings settings, LineCare care) {
        super(
                new Jt808(codes),
                new LineSettings(
                        settings.jt808Port(), "linli.wearables.jt808-port", Names.of("部标终端", "JT/T 808 terminals")),
                care);
    }
}
