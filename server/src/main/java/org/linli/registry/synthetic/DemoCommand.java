package org.linli.registry.synthetic;

import java.time.Duration;
import org.linli.registry.synthetic.SyntheticDistrict.Wanted;
import org.linli.shared.Command;
import org.springframework.stereotype.Component;

/** {@code ./linli demo}: loads the synthetic district into an empty base. */
@Component
class DemoCommand implements Command {

    private final SyntheticDistrict district;
    private final SyntheticSettings settings;

    DemoCommand(SyntheticDistrict district, SyntheticSettings settings) {
        this.district = district;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "demo";
    }

    @Override
    @SuppressWarnings("SystemOut")
    public int run() {
        var begun = System.nanoTime();
        var wanted = new Wanted(settings.size(), settings.seed(), 1);
        var people = district.load(wanted, new LoadingProgress(district.people(wanted)));
        System.out.printf(
                "%,d people of a district that does not exist are in the base, after %d s. Start it: ./linli run%n",
                people, Duration.ofNanos(System.nanoTime() - begun).toSeconds());
        return 0;
    }
}
