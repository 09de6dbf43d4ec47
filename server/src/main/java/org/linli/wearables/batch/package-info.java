/** What devices say on its way to the database: many messages in one transaction, each answered after its commit. */
@NullMarked
package org.linli.wearables.batch;

import org.jspecify.annotations.NullMarked;
