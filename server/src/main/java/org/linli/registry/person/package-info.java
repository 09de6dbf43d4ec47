/** People of the base with their documents and phones: registering, correcting, reading as of any day. */
@NullMarked
package org.linli.registry.person;

import org.jspecify.annotations.NullMarked;
