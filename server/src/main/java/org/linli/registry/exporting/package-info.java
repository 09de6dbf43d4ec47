/**
 * Exporting (导出): a part of the base as a file. Every export states what for, carries a watermark on the file and its
 * number on every row, is masked unless full values have a purpose of their own, and is erased when its time is over.
 */
@NullMarked
package org.linli.registry.exporting;

import org.jspecify.annotations.NullMarked;
