package org.linli.registry.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.registry.sheet.PieceRows;
import org.linli.registry.sheet.SheetFormat;
import org.linli.registry.sheet.SheetKind;
import org.linli.shared.DivisionCode;
import org.linli.testing.Actings;
import org.springframework.beans.factory.BeanFactory;

/** Somebody who has files written, for tests. */
public final class ExportDesk {

    private final Exports exports;
    private final ExportWork work;
    private final PieceRows pieces;
    private final Acting by =
            Actings.with("committee-clerk", Actings.SHAOXIANLU_STATION, Actings.SHAOXIANLU, Exports.RUN);

    public ExportDesk(BeanFactory house) {
        this.exports = house.getBean(Exports.class);
        this.work = house.getBean(ExportWork.class);
        this.pieces = house.getBean(PieceRows.class);
    }

    /** @param fullPurpose why masked values are not enough; null for a masked file */
    public byte[] written(SheetKind kind, SheetFormat format, DivisionCode area, @Nullable String fullPurpose) {
        var asked = exports.ask(by, kind, format, area, "核对名册", fullPurpose);
        work.go(asked.id());
        var export = exports.fetch(by, asked.id());
        assertThat(export.state()).isEqualTo(ExportState.READY);
        try (var content = pieces.open(export.id(), 0)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
