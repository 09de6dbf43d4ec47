/** Catalogue of the grids: categories of events and templates of visits, from files, kept in the database for phones. */
@NullMarked
package org.linli.grid.catalogue;

import org.jspecify.annotations.NullMarked;
