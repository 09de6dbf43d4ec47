/**
 * Work lists (待办): mine, my unit's pool, my unit's, my area's; what is late or soon late; statistics and supervision. Each
 * list reads one table through one index, a page at a time.
 */
@NullMarked
package org.linli.casework.worklist;

import org.jspecify.annotations.NullMarked;
