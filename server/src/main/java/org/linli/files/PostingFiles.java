package org.linli.files;

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

    static String ownerOf(Acting acting) {
        return KIND + ":" + acting.posting().value();
    }
}
