package org.linli.area;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.linli.shared.DivisionCode;
import org.linli.shared.DomainEvent;

/**
 * The cells of a community were redrawn.
 *
 * @param id the redrawing
 * @param posting who redrew them
 */
public record CellsRedrawn(
        UUID id,
        UUID posting,
        DivisionCode community,
        List<DivisionCode> created,
        List<DivisionCode> retired,
        Instant at)
        implements DomainEvent {}
