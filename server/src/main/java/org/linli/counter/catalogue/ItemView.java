package org.linli.counter.catalogue;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.casework.Term;
import org.linli.shared.Names;

/** A whole item for the guide page, in the order people know it from other guides. */
record ItemView(
        String code,
        int version,
        Names names,
        Item.Kind kind,
        String department,
        Item.Seat seat,
        Names departmentNames,
        List<String> stations,
        String procedure,
        @Nullable String dedicatedLine,
        Set<Item.Audience> audiences,
        boolean instant,
        boolean committable,
        boolean atHall,
        @Nullable Term statutory,
        @Nullable Term promised,
        Item.TermsBasis termsBasis,
        boolean termsChecked,
        List<Pause> pauses,
        List<MaterialView> materials,
        FeeView fee,
        Item.Result result,
        List<FormField> form,
        Guide guide) {

    /** One material; {@code bring} says whether the resident has to carry it. */
    record MaterialView(
            String code,
            Names names,
            Material.Form form,
            Material.Medium medium,
            int copies,
            boolean required,
            boolean mayFollow,
            boolean mayBeCommitted,
            Material.Source source,
            boolean bring,
            @Nullable Names hint) {

        static MaterialView of(Material material) {
            return new MaterialView(
                    material.code(),
                    material.names(),
                    material.form(),
                    material.medium(),
                    material.copies(),
                    material.required(),
                    material.mayFollow(),
                    material.mayBeCommitted(),
                    material.source(),
                    material.source().brought(),
                    material.hint().orElse(null));
        }
    }

    /** The fee; no amount means free of charge. */
    record FeeView(@Nullable Integer fen, Names names) {}

    static ItemView of(Item item) {
        return new ItemView(
                item.code(),
                item.version(),
                item.names(),
                item.kind(),
                item.department().value(),
                item.seat(),
                item.departmentNames(),
                item.stations().stream().map(Object::toString).sorted().toList(),
                item.procedure(),
                item.dedicatedLine().orElse(null),
                item.audiences(),
                item.instant(),
                item.committable(),
                item.atHall(),
                item.terms().statutory().orElse(null),
                item.terms().promised().orElse(null),
                item.termsBasis(),
                item.termsBasis() == Item.TermsBasis.DISTRICT_LIST,
                item.pauses(),
                item.materials().stream().map(MaterialView::of).toList(),
                new FeeView(item.fee().fen().orElse(null), item.fee().names()),
                item.result(),
                item.form(),
                item.guide());
    }
}
