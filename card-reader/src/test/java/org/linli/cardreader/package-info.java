/** Frames, the loop and the service, against the simulator on a real socket. */
@NullMarked
package org.linli.cardreader;

import org.jspecify.annotations.NullMarked;
