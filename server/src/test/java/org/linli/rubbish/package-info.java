/** Rubbish sent to every endpoint: what the interface must answer to what nobody should send. */
@NullMarked
package org.linli.rubbish;

import org.jspecify.annotations.NullMarked;
