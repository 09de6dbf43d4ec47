/** What records of the base were: as of a day, and their changes as a list that a person can read. */
@NullMarked
package org.linli.registry.history;

import org.jspecify.annotations.NullMarked;
