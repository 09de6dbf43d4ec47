/** Fixtures of the registry's tests. */
@org.jspecify.annotations.NullMarked
package org.linli.registry.testing;
