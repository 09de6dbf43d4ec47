package org.linli.counter.errand;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.counter.catalogue.Material;
import org.linli.counter.errand.ErrandView.PaperView;
import org.linli.shared.Names;

/**
 * What an application came to, with everything the desk shows next.
 *
 * @param outcome ACCEPTED with the errand, or MATERIALS_MISSING with the one-time notice
 */
record AcceptanceView(
        Outcome outcome,
        boolean repeated,
        @Nullable ErrandView errand,
        @Nullable PaperView notice,
        List<MissingView> missing) {

    /** What it came to. */
    enum Outcome {
        ACCEPTED,
        MATERIALS_MISSING
    }

    /** A material that is still needed. */
    record MissingView(String code, Names names, @Nullable Names hint, boolean mayFollow, boolean mayBeCommitted) {

        static MissingView of(Material material) {
            return new MissingView(
                    material.code(),
                    material.names(),
                    material.hint().orElse(null),
                    material.mayFollow(),
                    material.mayBeCommitted());
        }
    }
}
