/** Restrictions of processing: who may not be used otherwise than stored, why, and since when. */
@NullMarked
package org.linli.registry.restriction;

import org.jspecify.annotations.NullMarked;
