package org.linli.access;

import java.util.List;
import org.linli.shared.Names;

/** A module's permission words; a bean of it makes them known to roles and to the web. */
public interface PermissionWords {

    /** One thing somebody may be allowed to do; the word is {@code module.thing.verb}. */
    record Word(String word, Names names) {}

    List<Word> words();
}
