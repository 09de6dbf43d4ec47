package org.linli.counter.hall;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A grade; it has to be chosen, there is none to fall back on. */
record RatingForm(
        @NotNull @Min(1) @Max(5) Integer grade,
        @Size(max = 6) List<Reason> reasons,
        @Nullable @Size(max = 500) String words) {

    /** What may be ticked (GB/T 39735, second-level indicators of service at the window). */
    enum Reason {
        WAITED_TOO_LONG,
        TOO_SLOW,
        SENT_AWAY,
        UNCLEAR,
        UNFRIENDLY,
        WRONG_RESULT
    }

    RatingForm {
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }
}
