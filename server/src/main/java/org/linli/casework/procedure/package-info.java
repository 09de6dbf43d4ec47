/**
 * Procedures (流程) as data: the records a YAML file is read into, the reading with every fault named by file and line,
 * and the diagram drawn for people. Published versions never change.
 */
@NullMarked
package org.linli.casework.procedure;

import org.jspecify.annotations.NullMarked;
