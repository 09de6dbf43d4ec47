/** How lists of the base go on: by the key of the last row shown, never by counting rows over again. */
@NullMarked
package org.linli.registry.listing;

import org.jspecify.annotations.NullMarked;
