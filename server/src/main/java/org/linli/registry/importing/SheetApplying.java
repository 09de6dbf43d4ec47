package org.linli.registry.importing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.linli.registry.change.Change;
import org.linli.registry.sheet.SheetKind;

/** Writes the staged rows of one kind of sheet into the base, all in the caller's transaction. */
interface SheetApplying {

    /** One step; what it wrote, by words, is added up to the outcome. */
    interface Step {
        Map<String, Integer> run(Sheet sheet, Change change, LocalDate today);
    }

    SheetKind kind();

    List<Step> steps();
}
