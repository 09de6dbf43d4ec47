/**
 * Rehearsal (演练): a new version, limit or holiday replayed over past cases before it binds. It reads cases, clocks and
 * timelines and changes nothing; cases pass one by one, so a long past needs no more memory than a short one.
 */
@NullMarked
package org.linli.casework.rehearsal;

import org.jspecify.annotations.NullMarked;
