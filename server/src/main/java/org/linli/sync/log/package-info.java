/** The change log by scope (变更日志), stamped at commit by the database, and the lineage of that database. */
@NullMarked
package org.linli.sync.log;

import org.jspecify.annotations.NullMarked;
