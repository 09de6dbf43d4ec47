package org.linli.rights.request;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.files.FileId;
import org.linli.files.FileReaders;
import org.linli.files.Retention;
import org.linli.privacy.DisclosureLedger;
import org.linli.rights.RightsWords;
import org.springframework.stereotype.Component;

/** Proofs that somebody may ask for another are read at the desk, by whom the request concerns. */
@Component
class RequestFiles implements FileReaders {

    private static final String KIND = "rights-request";

    /** Records of how personal data is handled (PIPL art. 56). */
    private static final int YEARS = 3;

    private final RequestRows rows;
    private final DisclosureLedger disclosures;

    RequestFiles(RequestRows rows, DisclosureLedger disclosures) {
        this.rows = rows;
        this.disclosures = disclosures;
    }

    static String ownerOf(UUID request) {
        return KIND + ":" + request;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean mayRead(Acting reader, String owner) {
        return reader.may(RightsWords.USE)
                && request(owner)
                        .filter(request -> Requests.reaches(reader, request))
                        .isPresent();
    }

    @Override
    public boolean mayAttach(Acting by, String owner) {
        return false;
    }

    @Override
    public void opened(Acting reader, String owner, FileId file) {
        request(owner)
                .ifPresent(request -> disclosures.note(
                        reader,
                        disclosures.subjectOf(request.subject().document().number()),
                        Set.of("proofFile"),
                        "rights.request.file",
                        owner));
    }

    @Override
    public Retention retention(String owner, LocalDate attached) {
        return Retention.years(KIND, YEARS, attached);
    }

    private Optional<Request> request(String owner) {
        return FileReaders.idOf(owner).flatMap(rows::find);
    }
}
