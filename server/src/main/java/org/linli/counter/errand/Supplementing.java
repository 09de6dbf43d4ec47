package org.linli.counter.errand;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.casework.ActOnCase;
import org.linli.casework.Cases;
import org.linli.counter.catalogue.Item;
import org.linli.counter.catalogue.Items;
import org.linli.files.FileId;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Corrections (补正): the window names what is wrong with which material, all at one time, and takes what comes in
 * answer. When and how often that may be done is the procedure's business.
 */
@Service
class Supplementing {

    private static final String ASK = "REQUEST_CORRECTION";
    private static final String RECEIVE = "CORRECT";

    private final Errands errands;
    private final Items items;
    private final Cases cases;
    private final WrongMaterialRows rows;
    private final Scans scans;
    private final AuditTrail audit;
    private final Clock clock;

    Supplementing(
            Errands errands,
            Items items,
            Cases cases,
            WrongMaterialRows rows,
            Scans scans,
            AuditTrail audit,
            Clock clock) {
        this.errands = errands;
        this.items = items;
        this.cases = cases;
        this.rows = rows;
        this.scans = scans;
        this.audit = audit;
        this.clock = clock;
    }

    /** A material that does not do, and why. */
    record Wrong(String code, Lack lack) {}

    /** What the window asks for; {@code others} is whatever no material of the item stands for. */
    record Ask(int revision, List<Wrong> materials, List<String> others, String requestKey) {}

    @Transactional
    Errand ask(Acting by, ErrandId id, Ask ask) {
        by.require(Errands.HANDLE);
        var errand = errands.reach(by, id);
        var lines = lines(items.version(errand.item(), errand.itemVersion()), ask);
        if (lines.isEmpty()) {
            throw Refusal.ofField("materials", ErrandReason.SUPPLEMENT_ITEMS);
        }
        act(by, errand, ask.revision(), ASK, String.join("；", lines), Map.of("items", lines), ask.requestKey());
        ask.materials().forEach(wrong -> rows.ask(id, wrong.code(), wrong.lack()));
        audit.note(
                by,
                Errands.HANDLE,
                "errand:" + id.value(),
                Map.of("act", "ask-supplement", "lines", "" + lines.size()));
        return errands.reach(by, id);
    }

    private static List<String> lines(Item item, Ask ask) {
        var lines = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (var wrong : ask.materials()) {
            var material = item.material(wrong.code())
                    .filter(_ -> seen.add(wrong.code()))
                    .orElseThrow(() ->
                            Refusal.ofField("materials." + wrong.code(), ErrandReason.UNKNOWN_MATERIAL, wrong.code()));
            lines.add(material.names().zh() + "：" + wrong.lack().sentence());
        }
        ask.others().stream().map(String::strip).filter(line -> !line.isEmpty()).forEach(lines::add);
        return List.copyOf(lines);
    }

    /** What came for one material, or, without a code, for the correction as a whole. */
    record Came(Optional<String> code, List<FileId> files) {}

    /** What the applicant brought. */
    record Brought(int revision, List<Came> materials, String note, String requestKey) {}

    @Transactional
    Errand receive(Acting by, ErrandId id, Brought brought) {
        by.require(Errands.HANDLE);
        var errand = errands.reach(by, id);
        var files = brought.materials().stream()
                .flatMap(came -> came.files().stream())
                .map(file -> file.value().toString())
                .toList();
        if (files.isEmpty()) {
            throw Refusal.ofField("files", ErrandReason.SUPPLEMENT_FILES);
        }
        for (var came : brought.materials()) {
            came.code()
                    .filter(code -> errand.materials().stream()
                            .noneMatch(given -> given.code().equals(code)))
                    .ifPresent(code -> {
                        throw Refusal.ofField("materials." + code, ErrandReason.UNKNOWN_MATERIAL, code);
                    });
            scans.attach(by, id, came.code(), came.files(), "files");
        }
        rows.meet(id, clock.instant());
        act(by, errand, brought.revision(), RECEIVE, brought.note(), Map.of("files", files), brought.requestKey());
        audit.note(by, Errands.HANDLE, "errand:" + id.value(), Map.of("act", "receive-supplement"));
        return errands.reach(by, id);
    }

    private void act(
            Acting by, Errand errand, int revision, String action, String note, Map<String, Object> input, String key) {
        cases.act(by, new ActOnCase(errand.caseId(), revision, action, note, input, key));
    }
}
