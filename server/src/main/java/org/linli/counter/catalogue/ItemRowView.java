package org.linli.counter.catalogue;

import org.jspecify.annotations.Nullable;
import org.linli.casework.Term;
import org.linli.shared.Names;

/** An item in a list. */
record ItemRowView(
        String code,
        int version,
        Names names,
        Item.Kind kind,
        Names departmentNames,
        boolean instant,
        @Nullable Term statutory,
        @Nullable Term promised,
        boolean termsChecked,
        @Nullable String dedicatedLine,
        int materials,
        int toBring,
        long uses) {

    static ItemRowView of(PublishedItems.Found found) {
        var item = found.item();
        return new ItemRowView(
                item.code(),
                item.version(),
                item.names(),
                item.kind(),
                item.departmentNames(),
                item.instant(),
                item.terms().statutory().orElse(null),
                item.terms().promised().orElse(null),
                item.termsBasis() == Item.TermsBasis.DISTRICT_LIST,
                item.dedicatedLine().orElse(null),
                item.materials().size(),
                (int) item.materials().stream()
                        .filter(material -> material.source().brought())
                        .count(),
                found.uses());
    }
}
