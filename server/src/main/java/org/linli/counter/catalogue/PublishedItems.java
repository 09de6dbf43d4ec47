package org.linli.counter.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.linli.area.UnitCode;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;

/**
 * Reads the published items. Which version is in force is asked of the database each time, so that several processes
 * agree; the versions themselves never change and are kept in memory.
 */
@Service
class PublishedItems implements Items {

    private final ItemRows rows;
    private final ItemUse use;
    private final Map<Key, Item> read = new ConcurrentHashMap<>();
    private final Map<Key, String> initials = new ConcurrentHashMap<>();

    PublishedItems(ItemRows rows, ItemUse use) {
        this.rows = rows;
        this.use = use;
    }

    private record Key(String code, int version) {}

    @Override
    public Optional<Item> current(String code) {
        return rows.current(code)
                .filter(current -> !current.withdrawn())
                .map(current -> version(code, current.version()));
    }

    @Override
    public Item version(String code, int version) {
        var key = new Key(code, version);
        var known = read.get(key);
        if (known != null) {
            return known;
        }
        var source = rows.source(code, version)
                .orElseThrow(() -> Refusal.because(CatalogueReason.ITEM_VERSION_UNKNOWN, code, version));
        return keep(key, source);
    }

    @Override
    public List<Item> offered(UnitCode station) {
        return inForce().stream().filter(item -> item.isOfferedAt(station)).toList();
    }

    List<Item> inForce() {
        var current = rows.current();
        if (current.stream().anyMatch(row -> !read.containsKey(new Key(row.code(), row.version())))) {
            rows.sources().forEach(row -> {
                var key = new Key(row.code(), row.version());
                if (!read.containsKey(key)) {
                    keep(key, row.source());
                }
            });
        }
        return current.stream()
                .filter(row -> !row.withdrawn())
                .map(row -> version(row.code(), row.version()))
                .toList();
    }

    /** An item with how often it was done at the station of late. */
    record Found(Item item, long uses) {}

    /** Items whose name, code or pinyin initials hold every word; frequent ones first, then by code. */
    List<Found> search(Optional<UnitCode> station, Optional<String> query) {
        var words = query.map(
                        text -> List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+")))
                .orElse(List.of());
        var uses = station.map(use::uses).orElse(Map.of());
        var initialsByCode = words.isEmpty() ? Map.<String, String>of() : initials();
        return station.map(this::offered).orElseGet(this::inForce).stream()
                .filter(item -> words.stream()
                        .allMatch(word -> matches(item, word, initialsByCode.getOrDefault(item.code(), ""))))
                .map(item -> new Found(item, uses.getOrDefault(item.code(), 0L)))
                .sorted(Comparator.comparingLong(Found::uses)
                        .reversed()
                        .thenComparing(found -> found.item().kind())
                        .thenComparing(found -> found.item().code()))
                .toList();
    }

    private static boolean matches(Item item, String word, String initials) {
        return item.names().zh().toLowerCase(Locale.ROOT).contains(word)
                || item.names().en().toLowerCase(Locale.ROOT).contains(word)
                || item.code().toLowerCase(Locale.ROOT).contains(word)
                || initials.contains(word);
    }

    private Map<String, String> initials() {
        var current = inForce();
        if (current.stream().anyMatch(item -> !initials.containsKey(new Key(item.code(), item.version())))) {
            rows.initials()
                    .forEach(row -> rows.current(row.code())
                            .ifPresent(now -> initials.put(new Key(row.code(), now.version()), row.initials())));
        }
        return current.stream()
                .collect(Collectors.toMap(
                        Item::code, item -> initials.getOrDefault(new Key(item.code(), item.version()), "")));
    }

    private Item keep(Key key, String source) {
        var faults = new ArrayList<ItemFault>();
        var item = ItemReader.read(key.code() + ".yaml", source, faults)
                .filter(whole -> faults.isEmpty())
                .orElseThrow(() -> new IllegalStateException("published item " + key + " is unreadable: " + faults));
        read.put(key, item);
        return item;
    }
}
