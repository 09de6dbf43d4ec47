/** Paces (限频): the table behind {@link org.linli.access.Paces}. */
@NullMarked
package org.linli.access.pace;

import org.jspecify.annotations.NullMarked;
