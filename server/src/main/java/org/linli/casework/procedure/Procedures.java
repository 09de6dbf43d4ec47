package org.linli.casework.procedure;

import java.util.List;
import java.util.Optional;

/** The published procedures, held in memory and read without a query. Published versions never change. */
public interface Procedures {

    /** The newest published version, which new cases are opened under. */
    Optional<Procedure> current(String key);

    /** A version that was published at some time; cases pin one. */
    Optional<Procedure> version(String key, int version);

    /** The newest version of every procedure, in the order of their keys. */
    List<Procedure> all();
}
