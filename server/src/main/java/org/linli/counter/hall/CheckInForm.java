package org.linli.counter.hall;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody checks in.
 *
 * @param priority declared: pregnant, disabled, carrying a small child; only the fact is kept, never the reason
 */
record CheckInForm(
        @NotNull Way way,
        @Nullable @Size(max = 30) String idNumber,
        @Nullable @Size(max = 50) String name,
        @Nullable LocalDate birthDate,
        @Nullable @Size(max = 20) String phone,
        @Nullable @Size(max = 12) String bookingCode,
        @Size(max = 5) List<@Size(max = 30) String> items,
        boolean priority,
        @NotBlank @Size(max = 60) String requestKey) {

    CheckInForm {
        items = items == null ? List.of() : List.copyOf(items);
    }
}
