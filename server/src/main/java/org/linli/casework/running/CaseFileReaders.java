package org.linli.casework.running;

import java.time.LocalDate;
import org.linli.access.Acting;
import org.linli.casework.CaseId;
import org.linli.files.FileReaders;
import org.linli.files.Retention;
import org.springframework.stereotype.Component;

/** Files of a case are read, and added to, by whoever may see the case. */
@Component
class CaseFileReaders implements FileReaders {

    static final String KIND = "casework.case";

    /** As long as the files of cases are kept on paper. */
    private static final int YEARS = 10;

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
                && FileReaders.idOf(owner)
                        .flatMap(id -> rows.find(new CaseId(id)))
                        .filter(file -> CaseDossier.isVisible(reader, file))
                        .isPresent();
    }

    @Override
    public Retention retention(String owner, LocalDate attached) {
        return Retention.years("case", YEARS, attached);
    }
}
