/**
 * Benches: what Linli costs, measured in one run beside a bare baseline, so that a figure means something on a shared
 * and noisy machine. Nothing here asserts; figures are printed as a table or as JSON.
 */
@NullMarked
package org.linli.bench;

import org.jspecify.annotations.NullMarked;
