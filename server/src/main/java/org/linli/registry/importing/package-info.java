/**
 * Importing (导入): a sheet on its way into the base. It is received piece by piece, its columns are named, every row is
 * checked and staged, a person decides, and then one transaction writes all of it or nothing. An interruption at any
 * moment costs at most the batch that was being read.
 */
@NullMarked
package org.linli.registry.importing;

import org.jspecify.annotations.NullMarked;
