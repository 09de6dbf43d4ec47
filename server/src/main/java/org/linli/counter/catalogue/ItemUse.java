package org.linli.counter.catalogue;

import java.util.Map;
import org.linli.area.UnitCode;

/** How often items were done at a station of late; the hall knows, and frequent items are listed first. */
public interface ItemUse {

    Map<String, Long> uses(UnitCode station);
}
