package org.linli.counter.hall;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.counter.catalogue.Material;
import org.linli.shared.Names;

/** What somebody is told with the ticket: how long, what to have at hand, and whether another station is quicker. */
record TicketView(
        VisitView visit,
        int ahead,
        int openWindows,
        @Nullable Integer estimatedMinutes,
        int handlingSeconds,
        List<PrecheckView> precheck,
        List<Waiting.Suggestion> quicker) {

    /** One chosen item and its materials, those to bring first. */
    record PrecheckView(String item, Names names, boolean instant, List<NeedView> needs) {}

    /** One material: brought, filled in at the window, read from the card, or held by the district. */
    record NeedView(
            String code,
            Names names,
            Material.Source source,
            boolean bring,
            boolean required,
            boolean mayFollow,
            boolean mayBeCommitted) {

        static NeedView of(Material material) {
            return new NeedView(
                    material.code(),
                    material.names(),
                    material.source(),
                    material.source().brought(),
                    material.required(),
                    material.mayFollow(),
                    material.mayBeCommitted());
        }
    }
}
