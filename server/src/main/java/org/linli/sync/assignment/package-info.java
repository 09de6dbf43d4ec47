/** Who holds which scope, now and before (同步范围分配). */
@NullMarked
package org.linli.sync.assignment;

import org.jspecify.annotations.NullMarked;
