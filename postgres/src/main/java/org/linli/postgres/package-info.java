/**
 * Embedded PostgreSQL: unpacks the server's programs once, starts one server as a child process on a data folder of its
 * own with every safety of a production server switched on, and stops it without losing a commit. It knows nothing of
 * Spring or of Linli's tables.
 */
@NullMarked
package org.linli.postgres;

import org.jspecify.annotations.NullMarked;
