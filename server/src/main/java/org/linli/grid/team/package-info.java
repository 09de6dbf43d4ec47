/** Teams: who is responsible for which cell, and where nobody is. */
@NullMarked
package org.linli.grid.team;

import org.jspecify.annotations.NullMarked;
