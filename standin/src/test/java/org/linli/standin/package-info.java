/** Checks the stand-in's own digest against the standard; what it says to the server is tested there. */
@NullMarked
package org.linli.standin;

import org.jspecify.annotations.NullMarked;
