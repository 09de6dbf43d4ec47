/**
 * The rules of the house that a tool can hold, and for each of them code that breaks it on purpose, so that a rule that
 * has stopped biting is noticed.
 */
@NullMarked
package org.linli.rules;

import org.jspecify.annotations.NullMarked;
