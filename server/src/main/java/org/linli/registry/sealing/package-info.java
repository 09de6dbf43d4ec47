/** What is sealed in the base, each kind of value under its context, and its part in the rotation of keys. */
@NullMarked
package org.linli.registry.sealing;

import org.jspecify.annotations.NullMarked;
