/**
 * Linli (邻里): the open platform of a city district's two centres. This package only puts the modules together: the
 * start, the clock, the language of a request, and how a refusal becomes an HTTP answer. What the product does lives in
 * the modules below, whose arrows are written in their own {@code package-info}.
 */
@NullMarked
package org.linli;

import org.jspecify.annotations.NullMarked;
