package org.linli.counter.catalogue;

import java.util.List;
import java.util.Optional;
import org.linli.area.UnitCode;
import org.linli.shared.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The guides for everybody. */
@RestController
@RequestMapping("/api/public/items")
class PublicItemController {

    private final PublishedItems items;

    PublicItemController(PublishedItems items) {
        this.items = items;
    }

    @GetMapping
    List<ItemRowView> listPublicItems(@RequestParam Optional<UnitCode> station, @RequestParam Optional<String> search) {
        return items.search(station, search.filter(text -> !text.isBlank())).stream()
                .map(ItemRowView::of)
                .toList();
    }

    @GetMapping("/{code}")
    ItemView showPublicItem(@PathVariable String code) {
        return ItemView.of(items.current(code).orElseThrow(() -> Refusal.because(CatalogueReason.ITEM_UNKNOWN, code)));
    }
}
