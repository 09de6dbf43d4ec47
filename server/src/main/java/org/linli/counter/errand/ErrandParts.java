package org.linli.counter.errand;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.counter.catalogue.Items;
import org.linli.counter.department.Outbox;
import org.linli.counter.errand.ErrandView.DepartmentView;
import org.linli.counter.errand.ErrandView.MaterialView;
import org.linli.counter.errand.ErrandView.PromiseView;
import org.linli.counter.errand.ErrandView.ScanView;
import org.linli.counter.errand.ErrandView.SupplementView;
import org.linli.counter.errand.ErrandView.WrongMaterialView;
import org.linli.counter.errand.HeldRows.Promise;
import org.linli.counter.errand.ScanRows.Scan;
import org.springframework.stereotype.Component;

/** The parts of an errand's view that are more than a line: its materials with their photos, its correction, its department. */
@Component
class ErrandParts {

    private final ScanRows scans;
    private final HeldRows held;
    private final CorrectionRows corrections;
    private final WrongMaterialRows supplements;
    private final Items items;
    private final Outbox outbox;

    ErrandParts(
            ScanRows scans,
            HeldRows held,
            CorrectionRows corrections,
            WrongMaterialRows supplements,
            Items items,
            Outbox outbox) {
        this.scans = scans;
        this.held = held;
        this.corrections = corrections;
        this.supplements = supplements;
        this.items = items;
        this.outbox = outbox;
    }

    /** The photos and scans of an errand, read once for its materials and its correction. */
    List<Scan> scansOf(Errand errand) {
        return scans.of(errand.id());
    }

    List<MaterialView> materials(Errand errand, List<Scan> all) {
        Map<String, Promise> promises = errand.committed()
                ? held.promisesOf(errand.id()).stream().collect(Collectors.toMap(Promise::code, Function.identity()))
                : Map.of();
        return errand.materials().stream()
                .map(given -> new MaterialView(
                        given.code(),
                        given.names(),
                        given.state(),
                        given.outstanding(),
                        of(all, Optional.of(given.code())),
                        given.settledAt().orElse(null),
                        promise(promises.get(given.code()))))
                .toList();
    }

    private static @Nullable PromiseView promise(@Nullable Promise promise) {
        return promise == null
                ? null
                : new PromiseView(promise.due(), promise.outcome().orElse(null));
    }

    @Nullable
    SupplementView supplement(Errand errand, List<Scan> all) {
        return corrections
                .of(errand.id())
                .map(asked -> new SupplementView(
                        asked.items(),
                        supplements.of(errand.id()).stream()
                                .map(wrong -> new WrongMaterialView(
                                        wrong.code(),
                                        wrong.lack().fault(),
                                        wrong.lack().words(),
                                        wrong.metAt().orElse(null)))
                                .toList(),
                        of(all, Optional.empty()),
                        asked.askedAt(),
                        asked.answerBy(),
                        asked.metAt().orElse(null)))
                .orElse(null);
    }

    @Nullable
    DepartmentView department(Errand errand) {
        return outbox.standing(errand.id().value())
                .map(one -> new DepartmentView(
                        one.line(),
                        items.version(errand.item(), errand.itemVersion()).departmentNames(),
                        one.state(),
                        one.departmentNumber().orElse(null),
                        errand.departmentReason().orElse(null)))
                .orElse(null);
    }

    private static List<ScanView> of(List<Scan> all, Optional<String> material) {
        return all.stream()
                .filter(scan -> scan.material().equals(material))
                .map(scan ->
                        new ScanView(scan.id(), scan.name(), scan.type(), scan.bytes(), scan.addedAt(), scan.addedBy()))
                .toList();
    }
}
