package org.linli.wearables.history;

import java.util.Set;
import org.linli.access.Acting;
import org.linli.privacy.DisclosureLedger;
import org.linli.shared.Refusal;
import org.linli.wearables.device.WornDevices;
import org.springframework.stereotype.Component;

/** Looks at what is kept of a wearer (调阅): whether somebody may, and the note that they did. */
@Component
class Looks {

    private final WornDevices devices;
    private final DisclosureLedger ledger;

    Looks(WornDevices devices, DisclosureLedger ledger) {
        this.devices = devices;
        this.ledger = ledger;
    }

    /**
     * Notes a look, before anything is shown.
     *
     * @throws Refusal unless the reader may in the device's area, and its wearer agrees at this moment
     */
    void note(Acting by, Kept what, int device, Span span) {
        var worn = devices.look(by, what.word, device);
        var wearer = worn.wearer()
                .filter(anybody -> worn.agreesTo(what.needs))
                .orElseThrow(() -> Refusal.because(what.without));
        ledger.note(by, "person:" + wearer, Set.of(what.field), what.word, "device:" + device + "/" + span.days());
    }
}
