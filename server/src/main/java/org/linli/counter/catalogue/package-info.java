/**
 * Catalogue (事项库): the service items of the one-window counter as published versions, with their guides, materials and
 * terms. It reads, checks and publishes; it knows nothing of visits, errands or people.
 */
@NullMarked
package org.linli.counter.catalogue;

import org.jspecify.annotations.NullMarked;
