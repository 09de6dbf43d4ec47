package org.linli.registry.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A file written row by row; nothing in it is a formula, whatever it looks like. */
public interface SheetWriting extends Closeable {

    /** A line about the file as a whole; reading leaves it out. */
    void remark(String text) throws IOException;

    void headers(List<String> names) throws IOException;

    void row(List<String> cells) throws IOException;

    /** Ends the file and says who made it, where the format has a place for it. */
    void finish(String title, Map<String, String> properties) throws IOException;
}
