/** Residence: who lives where, or is registered there and lives elsewhere, from when to when; moving in and moving out. */
@NullMarked
package org.linli.registry.residence;

import org.jspecify.annotations.NullMarked;
