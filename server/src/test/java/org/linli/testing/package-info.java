/** What every test stands on: a real PostgreSQL, a clock that tests move, and ready-made postings. */
@NullMarked
package org.linli.testing;

import org.jspecify.annotations.NullMarked;
