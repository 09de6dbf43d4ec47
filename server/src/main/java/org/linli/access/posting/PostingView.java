package org.linli.access.posting;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.shared.Names;

/** A posting with everything named, as screens show it. */
public record PostingView(
        UUID id,
        UUID account,
        String role,
        Names roleNames,
        String unit,
        Names unitNames,
        String area,
        Names areaNames,
        @Nullable String homeUnit,
        @Nullable Names homeUnitNames,
        LocalDate from,
        @Nullable LocalDate to,
        boolean valid) {}
