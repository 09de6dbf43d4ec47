package org.linli.casework.rehearsal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.casework.Term;
import org.linli.casework.clock.WorkingCalendars;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rehearsals. */
@RestController
@RequestMapping("/api/casework/rehearsals")
class RehearsalController {

    private final Rehearsing rehearsing;

    RehearsalController(Rehearsing rehearsing) {
        this.rehearsing = rehearsing;
    }

    /** A term as people type it. */
    record TermForm(@Min(0) @Max(3650) int amount, @NotNull Term.Unit unit) {}

    /** A day that would be worked or off. */
    record DayForm(@NotNull LocalDate day, boolean worked) {}

    record RehearsalForm(
            @NotBlank String procedure,
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @Valid @Nullable TermForm term,
            @Size(max = 366) @Nullable List<@Valid DayForm> days,
            @Size(max = 200_000) @Nullable String source) {}

    @PostMapping
    Rehearsing.Answer runRehearsal(Acting acting, @Valid @RequestBody RehearsalForm form) {
        return rehearsing.run(
                acting,
                new Rehearsing.Question(
                        form.procedure(),
                        form.from(),
                        form.to(),
                        Optional.ofNullable(form.term()).map(term -> new Term(term.amount(), term.unit())),
                        Optional.ofNullable(form.days()).orElse(List.of()).stream()
                                .map(day -> new WorkingCalendars.Day(day.day(), day.worked()))
                                .toList(),
                        Optional.ofNullable(form.source()).filter(source -> !source.isBlank())));
    }
}
