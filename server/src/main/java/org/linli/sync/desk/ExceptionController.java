package org.linli.sync.desk;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.area.Areas;
import org.linli.shared.Page;
import org.linli.sync.SyncWords;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The desk for changes from phones that were refused, only recorded, or failed. */
@RestController
@RequestMapping("/api/sync/exceptions")
class ExceptionController {

    private static final int PAGE = 30;

    private final Exceptions exceptions;
    private final Areas areas;

    ExceptionController(Exceptions exceptions, Areas areas) {
        this.exceptions = exceptions;
        this.areas = areas;
    }

    /**
     * An exception with what was sent.
     *
     * @param payload the change as the phone sent it, JSON; absent after a year
     */
    record ExceptionView(ExceptionRows.Line line, @Nullable String payload) {}

    @GetMapping
    Page<ExceptionRows.Line> listExceptions(
            Acting by,
            @RequestParam Optional<String> area,
            @RequestParam(defaultValue = "false") boolean settled,
            @RequestParam Optional<UUID> after) {
        var place = area.map(code -> areas.requireDivision(code).code()).orElse(by.area());
        var rows = exceptions.page(by, place, settled, after.orElse(null), PAGE + 1);
        var shown = rows.subList(0, Math.min(PAGE, rows.size()));
        var next = rows.size() > PAGE ? Optional.of(shown.getLast().id().toString()) : Optional.<String>empty();
        return new Page<>(shown, next);
    }

    @GetMapping("/{id}")
    ExceptionView readException(Acting by, @PathVariable UUID id) {
        var payload = exceptions.read(by, id).orElse(null);
        return new ExceptionView(exceptions.require(by, SyncWords.READ_EXCEPTIONS, id), payload);
    }

    /** What was done about it. */
    record SettleForm(@NotBlank @Size(max = 400) String reason) {}

    @PostMapping("/{id}/settle")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void settleException(Acting by, @PathVariable UUID id, @Valid @RequestBody SettleForm form) {
        exceptions.settle(by, id, form.reason());
    }
}
