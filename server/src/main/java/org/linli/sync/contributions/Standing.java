package org.linli.sync.contributions;

import java.util.Map;

/**
 * A record as it stands (现值), held until the end of the transaction.
 *
 * @param scope where it belongs, such as {@code grid:150203001015001}; a review of it is shown there
 * @param values as {@link SyncedCollection#load} would give them
 * @param open whether it may still be changed; a patch of what is closed goes to review as an edit after closing
 */
public record Standing(String scope, Map<String, Object> values, boolean open) {}
