/**
 * Postings (岗位): roles and the permission words they carry, read from the catalogue and checked at the start, and who
 * holds which role where and when. Three administrators are kept apart here.
 */
@NullMarked
package org.linli.access.posting;

import org.jspecify.annotations.NullMarked;
