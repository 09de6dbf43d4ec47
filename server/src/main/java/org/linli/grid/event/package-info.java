/** Events: from report to verification by somebody else. */
@NullMarked
package org.linli.grid.event;

import org.jspecify.annotations.NullMarked;
