package org.linli.counter.mandate;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.files.FileId;
import org.linli.files.FileReaders;
import org.linli.files.Retention;
import org.linli.privacy.DisclosureLedger;
import org.springframework.stereotype.Component;

/** Who may open the photo or recording that proves a mandate: its station, and the agent it was given to. */
@Component
class MandateFiles implements FileReaders {

    static final String KIND = "mandate";

    private static final int YEARS = 3;

    private final MandateRows rows;
    private final DisclosureLedger disclosures;

    MandateFiles(MandateRows rows, DisclosureLedger disclosures) {
        this.rows = rows;
        this.disclosures = disclosures;
    }

    static String ownerOf(UUID mandate) {
        return KIND + ":" + mandate;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean mayRead(Acting reader, String owner) {
        return reader.may(MandateDesk.READ)
                && mandate(owner)
                        .filter(mandate -> MandateDesk.concerns(reader, mandate))
                        .isPresent();
    }

    /** The proof is handed over with the mandate; nothing is added to it afterwards. */
    @Override
    public boolean mayAttach(Acting by, String owner) {
        return false;
    }

    @Override
    public void opened(Acting reader, String owner, FileId file) {
        mandate(owner)
                .ifPresent(mandate -> disclosures.note(
                        reader,
                        disclosures.subjectOf(mandate.document().number()),
                        Set.of("consentFile"),
                        "counter.mandate.file",
                        owner));
    }

    /** Claims from what an agent did are open for this long after the mandate's last day (Civil Code, article 188). */
    @Override
    public Retention retention(String owner, LocalDate attached) {
        var last = mandate(owner).map(Mandate::until).orElse(attached);
        return Retention.years(KIND, YEARS, last);
    }

    private Optional<Mandate> mandate(String owner) {
        return FileReaders.idOf(owner).flatMap(rows::find);
    }
}
