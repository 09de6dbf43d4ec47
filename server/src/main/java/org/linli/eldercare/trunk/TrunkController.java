package org.linli.eldercare.trunk;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.area.Areas;
import org.linli.eldercare.EldercareWords;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which telephone systems may report calls. */
@RestController
@RequestMapping("/api/eldercare/trunks")
class TrunkController {

    private final Trunks trunks;
    private final TrunkRows rows;
    private final Areas areas;

    TrunkController(Trunks trunks, TrunkRows rows, Areas areas) {
        this.trunks = trunks;
        this.rows = rows;
        this.areas = areas;
    }

    /**
     * A telephone system.
     *
     * @param area desks whose area covers it hear its calls
     * @param formerUntil until when the key before the last change is good
     * @param heardAt when an event of it was last taken, to the minute
     */
    record TrunkView(
            int id,
            String name,
            String area,
            Instant madeAt,
            @Nullable Instant formerUntil,
            @Nullable Instant heardAt,
            @Nullable Instant retiredAt) {}

    /** A new telephone system, and the area whose desks hear its calls. */
    record TrunkForm(
            @NotBlank @Size(max = 60) String name, @NotBlank String area) {}

    /**
     * What the telephone system is set up with.
     *
     * @param key told this once
     */
    record TrunkKeyView(int id, String key) {}

    record TrunkReasonForm(@NotNull @Size(max = 200) String reason) {}

    @GetMapping
    List<TrunkView> listTrunks(Acting by) {
        by.require(EldercareWords.KEEP_TRUNKS);
        return rows.in(by.area()).stream().map(TrunkController::view).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    TrunkKeyView addTrunk(Acting by, @Valid @RequestBody TrunkForm form) {
        return view(
                trunks.add(by, form.name(), areas.requireDivision(form.area()).code()));
    }

    @PostMapping("/{id}/key")
    TrunkKeyView changeTrunkKey(Acting by, @PathVariable int id) {
        return view(trunks.changeKey(by, id));
    }

    @PostMapping("/{id}/retire")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retireTrunk(Acting by, @PathVariable int id, @Valid @RequestBody TrunkReasonForm form) {
        trunks.retire(by, id, form.reason());
    }

    private static TrunkKeyView view(Trunks.Made made) {
        return new TrunkKeyView(made.id(), made.key());
    }

    private static TrunkView view(Trunk trunk) {
        return new TrunkView(
                trunk.id(),
                trunk.name(),
                trunk.division().value(),
                trunk.madeAt(),
                trunk.formerUntil().orElse(null),
                trunk.heardAt().orElse(null),
                trunk.retiredAt().orElse(null));
    }
}
