package org.linli.casework.worklist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a list; {@code next} asks for the one after it. */
record WorkPageView(List<WorkItemView> items, @Nullable String next) {}
