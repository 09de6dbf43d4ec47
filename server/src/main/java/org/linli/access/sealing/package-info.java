/**
 * Sealed columns (加密列): what each module tells the rotation of keys about its own tables, and the statements that put
 * their values under another key. The keys themselves lie with privacy, which stands above.
 */
@NamedInterface("sealing")
@NullMarked
package org.linli.access.sealing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
