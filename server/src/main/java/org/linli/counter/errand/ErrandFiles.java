package org.linli.counter.errand;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.linli.access.Acting;
import org.linli.counter.catalogue.Items;
import org.linli.files.FileId;
import org.linli.files.FileReaders;
import org.linli.files.Retention;
import org.linli.privacy.DisclosureLedger;
import org.springframework.stereotype.Component;

/**
 * Who may read an errand's files: a photo of a document shows everything that stands on it, so it takes the word for
 * the applicant's full data; without it a posting reads only what it took in itself. Every opening is a disclosure.
 */
@Component
class ErrandFiles implements FileReaders {

    /** The kind of owner an errand is to its files. */
    static final String KIND = "errand";

    private static final int SHORTEST_YEARS = 10;

    private final ErrandFileRows rows;
    private final Items items;
    private final DisclosureLedger disclosures;

    ErrandFiles(ErrandFileRows rows, Items items, DisclosureLedger disclosures) {
        this.rows = rows;
        this.items = items;
        this.disclosures = disclosures;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean mayRead(Acting reader, String owner) {
        return reader.may(Errands.READ)
                && errand(owner)
                        .filter(errand -> Errands.reaches(reader, errand))
                        .filter(errand -> reader.may(Errands.DISCLOSE)
                                || rows.isTakenBy(errand.id(), reader.posting().value()))
                        .isPresent();
    }

    @Override
    public boolean mayAttach(Acting by, String owner) {
        return by.may(Errands.HANDLE) && mayRead(by, owner);
    }

    @Override
    public void opened(Acting reader, String owner, FileId file) {
        errand(owner)
                .ifPresent(errand -> disclosures.note(
                        reader,
                        disclosures.subjectOf(errand.applicant().document().number()),
                        Set.of("materialFile"),
                        "counter.errand.file",
                        owner));
    }

    /** As long as the station keeps its copy of what came of them. */
    @Override
    public Retention retention(String owner, LocalDate attached) {
        var years = errand(owner)
                .map(errand -> items.version(errand.item(), errand.itemVersion())
                        .result()
                        .retentionYears())
                .orElse(SHORTEST_YEARS);
        return Retention.years(KIND, years, attached);
    }

    private Optional<Errand> errand(String owner) {
        return FileReaders.idOf(owner).flatMap(id -> rows.find(new ErrandId(id)));
    }
}
