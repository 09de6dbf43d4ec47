package org.linli.casework.worklist;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.casework.worklist.WorkQueries.Item;
import org.linli.shared.Page;

/** Where a page of a list ended: the moment it is in order of, and the case. */
record After(OffsetDateTime moment, UUID id) {

    /** Before the first of a list whose earliest moment comes first. */
    static final After BEFORE_ALL = new After(OffsetDateTime.MIN, new UUID(0, 0));

    /** Before the first of a list whose latest moment comes first. */
    static final After LATER_THAN_ALL = new After(OffsetDateTime.MAX, new UUID(-1, -1));

    private static final String NEVER = "never";

    /** What cannot be read begins at the beginning. */
    static After read(@Nullable String text, After beginning) {
        if (text == null || text.isBlank()) {
            return beginning;
        }
        var parts = text.split("_", 2);
        try {
            var moment = parts[0].equals(NEVER) ? OffsetDateTime.MAX : OffsetDateTime.parse(parts[0]);
            return new After(moment, UUID.fromString(parts.length == 2 ? parts[1] : ""));
        } catch (RuntimeException malformed) {
            return beginning;
        }
    }

    static After due(Item item) {
        return new After(item.due() == null ? OffsetDateTime.MAX : item.due().atOffset(ZoneOffset.UTC), item.id());
    }

    static After ended(Item item) {
        return new After(
                item.endedAt() == null ? OffsetDateTime.MAX : item.endedAt().atOffset(ZoneOffset.UTC), item.id());
    }

    /** The page of a list that was read one further than it is long. */
    static Page<Item> page(List<Item> items, int length, Function<Item, After> place) {
        return items.size() <= length
                ? new Page<>(items, Optional.empty())
                : new Page<>(
                        items.subList(0, length),
                        Optional.of(place.apply(items.get(length - 1)).text()));
    }

    String text() {
        return (moment.equals(OffsetDateTime.MAX) ? NEVER : moment.toString()) + "_" + id;
    }
}
