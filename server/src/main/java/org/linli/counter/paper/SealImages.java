package org.linli.counter.paper;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.area.Areas;
import org.linli.area.UnitCode;
import org.linli.shared.StartRefusal;
import org.springframework.stereotype.Component;

/** The units' own seals, read and checked at the start; a unit without one has a drawn seal marked as a sample. */
@Component
class SealImages {

    private record Key(UnitCode unit, PaperTemplate.SealKind kind) {}

    private final Map<Key, SealImage> images = new HashMap<>();

    SealImages(PaperSettings settings, Areas areas) {
        settings.seals().forEach((code, files) -> {
            var unit = UnitCode.of(code);
            if (areas.unit(unit).isEmpty()) {
                throw new StartRefusal("linli.counter.paper.seals names the unit " + code
                        + ", which does not exist. 印章设置中的单位 " + code + " 不存在。");
            }
            add(unit, PaperTemplate.SealKind.OFFICIAL, files.official());
            add(unit, PaperTemplate.SealKind.ACCEPTANCE, files.acceptance());
        });
    }

    private void add(UnitCode unit, PaperTemplate.SealKind kind, @Nullable Path file) {
        if (file != null) {
            images.put(new Key(unit, kind), SealImage.read(file));
        }
    }

    Optional<SealImage> of(UnitCode unit, PaperTemplate.SealKind kind) {
        return Optional.ofNullable(images.get(new Key(unit, kind)));
    }
}
