package org.linli.registry.change;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.registry.Because;
import org.linli.registry.ChangeSource;

/**
 * Why somebody at a screen changes the base, and from where they know.
 *
 * @param source on the registry's own pages, unless told otherwise
 */
public record WhyForm(
        @NotBlank @Size(max = 400) String reason, @Nullable Told source) {

    /** What people at a screen may name as the source; the other sources name themselves. */
    public enum Told {
        CARD(ChangeSource.CARD),
        FIELD(ChangeSource.FIELD),
        COUNTER(ChangeSource.COUNTER),
        DESK(ChangeSource.DESK),
        DEPARTMENT(ChangeSource.DEPARTMENT);

        private final ChangeSource source;

        Told(ChangeSource source) {
            this.source = source;
        }
    }

    public Because because() {
        return new Because(source == null ? ChangeSource.DESK : source.source, reason, Optional.empty());
    }
}
