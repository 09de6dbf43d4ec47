package org.linli.files;

import java.time.LocalDate;
import org.linli.access.Acting;
import org.springframework.stereotype.Component;

/** Uploads that belong to nothing yet belong to the posting that made them, and only it reads them. */
@Component
class PostingFiles implements FileReaders {

    private static final String KIND = "posting";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean mayRead(Acting reader, String owner) {
        return owner.equals(ownerOf(reader));
    }

    /** Time enough to finish what they were taken for; then nobody has a use for them. */
    @Override
    public Retention retention(String owner, LocalDate attached) {
        return Retention.days("unattached", 7, attached);
    }

    static String ownerOf(Acting acting) {
        return KIND + ":" + acting.posting().value();
    }
}
