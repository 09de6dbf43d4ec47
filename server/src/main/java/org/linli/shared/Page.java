package org.linli.shared;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Part of a longer list; {@code next} is handed back to get the part that follows. */
public record Page<T>(List<T> items, Optional<String> next) {

    public Page {
        items = List.copyOf(items);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), next);
    }
}
