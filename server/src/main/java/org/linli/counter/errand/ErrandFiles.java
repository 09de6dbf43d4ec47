package org.linli.counter.errand;

import java.util.UUID;
import org.linli.access.Acting;
import org.linli.files.FileReaders;
import org.springframework.stereotype.Component;

/** Who may read an errand's files: whoever may see the errand. */
@Component
class ErrandFiles implements FileReaders {

    /** The kind of owner an errand is to its files. */
    static final String KIND = "errand";

    private final ErrandFileRows rows;

    ErrandFiles(ErrandFileRows rows) {
        this.rows = rows;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean mayRead(Acting reader, String owner) {
        var id = owner.substring(KIND.length() + 1);
        return id.matches("[0-9a-f-]{36}")
                && reader.may(Errands.READ)
                && rows.find(new ErrandId(UUID.fromString(id)))
                        .filter(errand -> Errands.reaches(reader, errand))
                        .isPresent();
    }
}
