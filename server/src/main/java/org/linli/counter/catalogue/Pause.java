package org.linli.counter.catalogue;

import org.linli.shared.Names;

/** Something that stops an item's clock (不计入时限的环节), in the words of the item. */
public record Pause(PauseReason reason, Names names) {}
