package org.linli.casework.running;

import java.util.UUID;
import org.linli.access.Acting;
import org.linli.casework.CaseId;
import org.linli.files.FileReaders;
import org.springframework.stereotype.Component;

/** Files of a case are read, and added to, by whoever may see the case. */
@Component
class CaseFileReaders implements FileReaders {

    static final String KIND = "casework.case";

    private final CaseRows rows;

    CaseFileReaders(CaseRows rows) {
        this.rows = rows;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean mayRead(Acting reader, String owner) {
        return reader.may(CaseworkWords.READ)
                && identifier(owner)
                        .flatMap(rows::find)
                        .filter(file -> CaseDossier.isVisible(reader, file))
                        .isPresent();
    }

    private static java.util.Optional<CaseId> identifier(String owner) {
        try {
            return java.util.Optional.of(new CaseId(UUID.fromString(owner.substring(KIND.length() + 1))));
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException malformed) {
            return java.util.Optional.empty();
        }
    }
}
