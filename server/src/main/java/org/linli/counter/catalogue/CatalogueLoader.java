package org.linli.counter.catalogue;

import java.util.ArrayList;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Publishes the files that come with the program: new items, and higher versions of known ones. */
@Component
@Order(100)
class CatalogueLoader implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogueLoader.class);

    private final ItemRows rows;
    private final PublishingItems publishing;

    CatalogueLoader(ItemRows rows, PublishingItems publishing) {
        this.rows = rows;
        this.publishing = publishing;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var known = rows.sources().stream()
                .collect(Collectors.toMap(ItemRows.Published::source, ItemRows.Published::code, (one, other) -> one));
        CatalogueFiles.items().forEach((file, source) -> {
            if (!known.containsKey(source)) {
                load(file, source);
            }
        });
    }

    private void load(String file, String source) {
        var read = ItemReader.read(file, source, new ArrayList<>());
        var now = read.flatMap(item -> rows.current(item.code()))
                .map(ItemRows.Current::version)
                .orElse(0);
        if (read.isPresent() && read.get().version() <= now) {
            var stored = rows.source(read.get().code(), read.get().version());
            if (stored.isPresent() && !stored.get().equals(source)) {
                LOG.warn("{} was changed without a new version and is not loaded", file);
            }
            return;
        }
        var outcome = publishing.checked(file.replace(".yaml", ""), source);
        outcome.item().ifPresent(item -> publishing.install(item, source));
        outcome.faults()
                .forEach(fault ->
                        LOG.warn("{}:{} {} {} - item not loaded", file, fault.line(), fault.kind(), fault.arguments()));
    }
}
