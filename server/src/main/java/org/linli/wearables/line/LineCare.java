package org.linli.wearables.line;

import java.time.Clock;
import org.linli.wearables.WearablesSettings;
import org.linli.wearables.batch.Gateway;
import org.springframework.stereotype.Component;

/** What every connection needs, whatever its protocol. */
@Component
public record LineCare(
        Gateway gateway,
        Lines lines,
        DevicePace pace,
        RegisteredQueries registered,
        Quarantine quarantine,
        OrderDesk orders,
        WearablesSettings settings,
        Clock clock) {}
