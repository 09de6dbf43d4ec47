package org.linli;

import java.util.Comparator;
import java.util.List;
import org.linli.shared.DemoData;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Loads what the modules bring for a first look, once, into a database that has not been asked before. */
@Component
class DemoDistrict {

    private final List<DemoData> parts;
    private final DemoRows rows;
    private final DemoData.Size size;

    DemoDistrict(ObjectProvider<DemoData> parts, DemoRows rows, @Value("${linli.demo:NONE}") DemoData.Size size) {
        this.parts =
                parts.stream().sorted(Comparator.comparingInt(DemoData::order)).toList();
        this.rows = rows;
        this.size = size;
    }

    /** Each part is noted when it is complete, so that a start that was interrupted goes on where it stopped. */
    void load() {
        for (var part : parts) {
            var name = part.getClass().getSimpleName().replaceFirst("\\$\\$.*", "");
            if (!rows.isLoaded(name)) {
                part.load(size);
                rows.noteLoaded(name, size.name());
            }
        }
    }

    DemoData.Size size() {
        return size;
    }
}
