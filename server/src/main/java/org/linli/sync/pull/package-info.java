/** What phones read (下行同步): scopes page by page, each page one consistent view of the database. */
@NullMarked
package org.linli.sync.pull;

import org.jspecify.annotations.NullMarked;
