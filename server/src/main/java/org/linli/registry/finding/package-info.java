/** Finding people and places by what somebody at a window knows of them. */
@NullMarked
package org.linli.registry.finding;

import org.jspecify.annotations.NullMarked;
