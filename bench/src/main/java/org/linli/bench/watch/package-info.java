/**
 * Care watches for trying: one by hand, or a fleet of them that live their days. They speak the text protocol over real
 * sockets and know nothing of the server but its port. What happens to a watch follows from a seed.
 */
@NullMarked
package org.linli.bench.watch;

import org.jspecify.annotations.NullMarked;
