/** What devices sent that could not be read (隔离区): samples of it, sealed, for a week. */
@NullMarked
package org.linli.wearables.quarantine;

import org.jspecify.annotations.NullMarked;
