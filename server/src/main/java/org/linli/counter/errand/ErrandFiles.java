package org.linli.counter.errand;

import java.util.UUID;
import org.linli.access.Acting;
import org.linli.files.FileReaders;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Component;

/** Who may read an errand's files: whoever may see the errand. */
@Component
class ErrandFiles implements FileReaders {

    /** The kind of owner an errand is to its files. */
    static final String KIND = "errand";

    private final Errands errands;

    ErrandFiles(Errands errands) {
        this.errands = errands;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean mayRead(Acting reader, String owner) {
        try {
            return errands.mayRead(reader, new ErrandId(UUID.fromString(owner.substring(KIND.length() + 1))));
        } catch (IllegalArgumentException | Refusal e) {
            return false;
        }
    }
}
