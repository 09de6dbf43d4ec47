/**
 * Sheets (表格): the columns of the files a community keeps, and reading and writing them as CSV and .xlsx, row by row,
 * whatever their size. It knows what a column is called, not what is right in it.
 */
@NullMarked
package org.linli.registry.sheet;

import org.jspecify.annotations.NullMarked;
