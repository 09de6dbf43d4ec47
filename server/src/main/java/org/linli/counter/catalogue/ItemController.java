package org.linli.counter.catalogue;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.area.UnitCode;
import org.linli.shared.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue for staff: finding items, their versions, publishing. */
@RestController
@RequestMapping("/api/counter/items")
class ItemController {

    static final String READ = "counter.item.read";

    private final PublishedItems items;
    private final PublishingItems publishing;
    private final ItemRows rows;
    private final HeldDocuments held;

    ItemController(PublishedItems items, PublishingItems publishing, ItemRows rows, HeldDocuments held) {
        this.items = items;
        this.publishing = publishing;
        this.rows = rows;
        this.held = held;
    }

    /** An item's text and why it was changed. */
    record ItemForm(
            @NotBlank @Size(max = 60_000) String source,
            @Nullable @Size(max = 300) String note) {}

    record FaultView(String file, int line, String fault, String message) {}

    record DryRunView(
            boolean publishable,
            List<FaultView> faults,
            @Nullable ItemView item) {}

    record VersionView(
            int version,
            boolean inForce,
            Instant publishedAt,
            String publishedBy,
            @Nullable String note) {}

    record ItemVersionView(ItemView item, String source) {}

    @GetMapping
    List<ItemRowView> listItems(
            Acting acting, @RequestParam Optional<UnitCode> station, @RequestParam Optional<String> search) {
        acting.require(READ);
        return items.search(station, search.filter(text -> !text.isBlank())).stream()
                .map(ItemRowView::of)
                .toList();
    }

    @GetMapping("/held-documents")
    Collection<HeldDocuments.HeldDocument> listHeldDocuments(Acting acting) {
        acting.require(READ);
        return held.all();
    }

    @GetMapping("/{code}")
    ItemView showItem(Acting acting, @PathVariable String code) {
        acting.require(READ);
        return ItemView.of(items.current(code).orElseThrow(() -> Refusal.because(CatalogueReason.ITEM_UNKNOWN, code)));
    }

    @GetMapping("/{code}/versions")
    List<VersionView> listItemVersions(Acting acting, @PathVariable String code) {
        acting.require(READ);
        var current = rows.current(code).orElseThrow(() -> Refusal.because(CatalogueReason.ITEM_UNKNOWN, code));
        return rows.versions(code).stream()
                .map(row -> new VersionView(
                        row.version(),
                        !current.withdrawn() && row.version() == current.version(),
                        row.publishedAt(),
                        row.publishedBy(),
                        row.note()))
                .toList();
    }

    @GetMapping("/{code}/versions/{version}")
    ItemVersionView showItemVersion(Acting acting, @PathVariable String code, @PathVariable int version) {
        acting.require(READ);
        var item = items.version(code, version);
        return new ItemVersionView(ItemView.of(item), rows.source(code, version).orElse(""));
    }

    @PostMapping("/{code}/dry-run")
    DryRunView dryRunItem(Acting acting, @PathVariable String code, @RequestBody @Valid ItemForm form) {
        var outcome = publishing.dryRun(acting, code, form.source());
        var faults = outcome.faults().stream()
                .map(fault ->
                        new FaultView(fault.file(), fault.line(), fault.kind().name(), publishing.text(fault)))
                .toList();
        return new DryRunView(
                faults.isEmpty(), faults, outcome.item().map(ItemView::of).orElse(null));
    }

    @PostMapping("/{code}/versions")
    ItemView publishItem(Acting acting, @PathVariable String code, @RequestBody @Valid ItemForm form) {
        return ItemView.of(publishing.publish(acting, code, form.source(), form.note()));
    }

    @PostMapping("/{code}/withdraw")
    void withdrawItem(Acting acting, @PathVariable String code) {
        publishing.withdraw(acting, code);
    }

    @PostMapping("/{code}/restore")
    void restoreItem(Acting acting, @PathVariable String code) {
        publishing.restore(acting, code);
    }
}
