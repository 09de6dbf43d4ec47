package org.linli.registry.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** A file read row by row, blank rows and remarks left out. */
public interface SheetReading extends Closeable {

    /**
     * The next row; empty behind the last.
     *
     * @throws BrokenSheet when the file as a whole turns out not to be readable
     */
    Optional<SheetRow> next() throws IOException;

    /** Name of the encoding, where the format has one to tell. */
    Optional<String> encoding();
}
