/** Changes of the base: who, from where, why. Every row written names one. */
@NullMarked
package org.linli.registry.change;

import org.jspecify.annotations.NullMarked;
