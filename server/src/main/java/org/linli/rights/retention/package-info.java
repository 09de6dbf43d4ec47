/** Retention rules: rehearsed, switched on, run every night in small transactions, reported. */
@NullMarked
package org.linli.rights.retention;

import org.jspecify.annotations.NullMarked;
