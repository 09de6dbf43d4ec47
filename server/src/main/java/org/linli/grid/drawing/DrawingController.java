package org.linli.grid.drawing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.area.GridCells.Drawn;
import org.linli.grid.GridReason;
import org.linli.grid.drawing.Drawing.Edit;
import org.linli.registry.DwellingId;
import org.linli.shared.DivisionCode;
import org.linli.shared.Point;
import org.linli.shared.Refusal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The map with the boundaries of cells, for administrators; as a preview an edit is only told, not made. */
@RestController
@RequestMapping("/api/grid/cells")
class DrawingController {

    private final Drawing drawing;
    private final Preview preview;

    DrawingController(Drawing drawing, Preview preview) {
        this.drawing = drawing;
        this.preview = preview;
    }

    /** A corner of an outline, WGS-84. */
    record CellCorner(double lon, double lat) {}

    record SplitCellForm(
            @NotBlank @Size(max = 80) String requestKey,
            @NotBlank String cell,
            @NotEmpty @Size(max = 500) List<CellCorner> line,
            @NotBlank @Size(max = 400) String reason) {}

    record MergeCellsForm(
            @NotBlank @Size(max = 80) String requestKey,
            @NotBlank String into,
            @NotEmpty @Size(max = 20) List<String> others,
            @NotBlank @Size(max = 400) String reason) {}

    /** A cell as drawn; without a code a new one, numbered among the dedicated ones where it says so. */
    record DrawnCell(
            @Nullable String code,
            boolean dedicated,
            @NotEmpty List<@NotEmpty @Size(max = 5000) List<CellCorner>> rings) {}

    record RedrawCellsForm(
            @NotBlank @Size(max = 80) String requestKey,
            @NotEmpty @Size(max = 60) List<@Valid DrawnCell> cells,
            @NotBlank @Size(max = 400) String reason) {}

    record MoveDwellingsForm(
            @NotBlank @Size(max = 80) String requestKey,
            @NotEmpty @Size(max = 2000) List<UUID> dwellings,
            @NotBlank String to,
            @NotBlank @Size(max = 400) String reason) {}

    /** {@code phones} is how many people hold one of the cells. */
    record RedrawnView(
            String community,
            List<String> kept,
            List<String> created,
            List<String> retired,
            int dwellings,
            int households,
            int people,
            int events,
            int phones) {}

    @PostMapping("/split")
    RedrawnView splitCell(
            Acting by, @RequestParam(defaultValue = "false") boolean preview, @Valid @RequestBody SplitCellForm form) {
        var split = new Edit.Split(code("cell", form.cell()), points(form.line()));
        return edit(by, preview, form.requestKey(), form.reason(), split);
    }

    @PostMapping("/merge")
    RedrawnView mergeCells(
            Acting by, @RequestParam(defaultValue = "false") boolean preview, @Valid @RequestBody MergeCellsForm form) {
        var others = form.others().stream().map(other -> code("others", other)).toList();
        return edit(by, preview, form.requestKey(), form.reason(), new Edit.Merge(code("into", form.into()), others));
    }

    @PostMapping("/redraw")
    RedrawnView redrawCells(
            Acting by,
            @RequestParam(defaultValue = "false") boolean preview,
            @Valid @RequestBody RedrawCellsForm form) {
        var drawn = form.cells().stream()
                .map(cell -> new Drawn(
                        Optional.ofNullable(cell.code()).map(code -> code("cells", code)),
                        cell.dedicated(),
                        cell.rings().stream().map(DrawingController::points).toList()))
                .toList();
        return edit(by, preview, form.requestKey(), form.reason(), new Edit.Redraw(drawn));
    }

    @PostMapping("/move")
    RedrawnView moveDwellings(
            Acting by,
            @RequestParam(defaultValue = "false") boolean preview,
            @Valid @RequestBody MoveDwellingsForm form) {
        var dwellings = form.dwellings().stream().map(DwellingId::of).toList();
        return edit(by, preview, form.requestKey(), form.reason(), new Edit.Move(dwellings, code("to", form.to())));
    }

    private RedrawnView edit(Acting by, boolean asPreview, String key, String reason, Edit edit) {
        var done = asPreview ? preview.of(by, reason, edit) : drawing.edit(by, key, reason, edit);
        return new RedrawnView(
                done.community().value(),
                values(done.kept()),
                values(done.created()),
                values(done.retired()),
                done.dwellings(),
                done.households(),
                done.people(),
                done.events(),
                done.phones());
    }

    private static List<String> values(List<DivisionCode> codes) {
        return codes.stream().map(DivisionCode::value).toList();
    }

    private static DivisionCode code(String field, String code) {
        if (!DivisionCode.isValid(code) || DivisionCode.of(code).level() != DivisionCode.Level.GRID_CELL) {
            throw Refusal.ofField(field, GridReason.UNKNOWN_CELL, code);
        }
        return DivisionCode.of(code);
    }

    private static List<Point> points(List<CellCorner> corners) {
        try {
            return corners.stream()
                    .map(corner -> new Point(corner.lon(), corner.lat()))
                    .toList();
        } catch (IllegalArgumentException nowhere) {
            throw Refusal.because(GridReason.OUTSIDE_DISTRICT);
        }
    }
}
