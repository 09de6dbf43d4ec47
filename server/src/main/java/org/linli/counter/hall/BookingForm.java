package org.linli.counter.hall;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** Somebody books a half hour. */
record BookingForm(
        @NotNull LocalDate day,
        @NotNull LocalTime starts,
        @NotBlank @Size(max = 50) String name,
        @NotBlank @Size(max = 20) String phone,
        @Size(max = 5) List<@Size(max = 30) String> items,
        @NotBlank @Size(max = 60) String requestKey) {

    BookingForm {
        items = items == null ? List.of() : List.copyOf(items);
    }
}
