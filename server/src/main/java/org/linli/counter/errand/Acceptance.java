package org.linli.counter.errand;

import java.util.List;
import org.linli.counter.catalogue.Material;
import org.linli.counter.paper.Paper;

/** What an application at the window came to. */
sealed interface Acceptance {

    /** Taken in: there is a case and a receipt. */
    record Accepted(Errand errand, List<Paper> papers, boolean repeated) implements Acceptance {}

    /** Not complete: everything that is missing was told at one time (一次性告知). */
    record ToldOnce(Paper notice, List<Material> missing) implements Acceptance {}
}
