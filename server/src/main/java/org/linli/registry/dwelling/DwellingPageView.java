package org.linli.registry.dwelling;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Part of a list of dwellings. */
record DwellingPageView(
        List<DwellingLineView> items, @Nullable String next) {}
