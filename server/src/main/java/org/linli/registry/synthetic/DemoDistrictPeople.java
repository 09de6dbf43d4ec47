package org.linli.registry.synthetic;

import java.util.function.LongConsumer;
import org.linli.registry.synthetic.SyntheticDistrict.Wanted;
import org.linli.shared.DemoData;
import org.springframework.stereotype.Component;

/** The people of the demo's first start, unless {@code ./linli demo} or somebody else was there before. */
@Component
class DemoDistrictPeople implements DemoData {

    private final SyntheticDistrict district;
    private final SyntheticSettings settings;

    DemoDistrictPeople(SyntheticDistrict district, SyntheticSettings settings) {
        this.district = district;
        this.settings = settings;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public void load(Size size) {
        var wanted = new Wanted(size, settings.seed(), 1);
        if (size != Size.NONE && (district.baseIsEmpty() || district.isUnfinished(wanted))) {
            LongConsumer quietly = people -> {};
            district.load(wanted, size == Size.FULL ? new LoadingProgress(district.people(wanted)) : quietly);
        }
    }
}
