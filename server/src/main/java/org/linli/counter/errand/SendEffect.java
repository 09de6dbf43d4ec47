package org.linli.counter.errand;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.linli.casework.CaseEffect;
import org.linli.counter.catalogue.Item;
import org.linli.counter.catalogue.Items;
import org.linli.counter.department.DepartmentLines;
import org.linli.counter.department.Outbox;
import org.linli.counter.department.Outbox.Forwarding;
import org.linli.counter.department.Outbox.Standing;
import org.linli.files.Attachments;
import org.linli.files.FileId;
import org.linli.privacy.DisclosureLedger;
import org.springframework.stereotype.Component;

/**
 * {@code send}: hands an errand to the department over its line. Where there is no line the department's own people
 * take the case up here, and nothing leaves the house.
 */
@Component
class SendEffect implements CaseEffect {

    private final ErrandOfCase errands;
    private final Items items;
    private final DepartmentLines lines;
    private final Outbox outbox;
    private final CorrectionRows supplements;
    private final Attachments attachments;
    private final DisclosureLedger disclosures;

    SendEffect(
            ErrandOfCase errands,
            Items items,
            DepartmentLines lines,
            Outbox outbox,
            CorrectionRows supplements,
            Attachments attachments,
            DisclosureLedger disclosures) {
        this.errands = errands;
        this.items = items;
        this.lines = lines;
        this.outbox = outbox;
        this.supplements = supplements;
        this.attachments = attachments;
        this.disclosures = disclosures;
    }

    @Override
    public String code() {
        return "send";
    }

    @Override
    public void run(Happening happening) {
        var errand = errands.of(happening);
        supplements.met(errand.id(), happening.at());
        var standing =
                outbox.standing(errand.id().value()).filter(one -> !one.state().equals("WITHDRAWN"));
        if (standing.isPresent()) {
            supplement(happening, errand, standing.get());
            return;
        }
        var item = items.version(errand.item(), errand.itemVersion());
        item.dedicatedLine().flatMap(lines::connectedTo).ifPresent(line -> forward(happening, errand, item, line));
    }

    private void forward(Happening happening, Errand errand, Item item, String line) {
        var forwarding = new Forwarding(
                errand.id().value().toString(),
                line,
                errand.id().value(),
                errand.caseNumber(),
                errand.item(),
                errand.station());
        outbox.forward(forwarding, content(errand, item, happening));
        disclosures.note(
                happening.by(),
                disclosures.subjectOf(errand.applicant().document().number()),
                Set.of("name", "idNumber", "phone", "address", "form"),
                "forward-to-department",
                "department-line:" + line);
    }

    private Map<String, Object> content(Errand errand, Item item, Happening happening) {
        var content = new LinkedHashMap<String, Object>();
        content.put("item", Map.of("code", item.code(), "name", item.names().zh()));
        content.put("station", errand.station().value());
        content.put("acceptedAt", errand.acceptedAt().toString());
        happening.after().due().ifPresent(due -> content.put("dueAt", due.toString()));
        content.put("applicant", applicant(errand.applicant()));
        errand.agent().ifPresent(agent -> content.put("agent", agent));
        content.put("form", errand.form());
        content.put("materials", materials(errand));
        return content;
    }

    private static Map<String, Object> applicant(Applicant applicant) {
        var person = new LinkedHashMap<String, Object>();
        person.put("name", applicant.name());
        person.put("documentType", applicant.document().kind().code().orElse(""));
        person.put("documentNumber", applicant.document().number());
        applicant.phone().ifPresent(phone -> person.put("phone", phone));
        applicant.address().ifPresent(address -> person.put("address", address));
        return person;
    }

    private List<Map<String, Object>> materials(Errand errand) {
        return errand.materials().stream()
                .map(given -> {
                    var row = new LinkedHashMap<String, Object>();
                    row.put("code", given.code());
                    row.put("name", given.names().zh());
                    row.put("state", given.state().name());
                    var digests = digests(given);
                    if (!digests.isEmpty()) {
                        row.put("sm3", digests);
                    }
                    return (Map<String, Object>) row;
                })
                .toList();
    }

    /** Of each page that was scanned, so that the department can tell that it got the same. */
    private List<String> digests(Errand.Given given) {
        return given.files().stream()
                .flatMap(file -> attachments.find(new FileId(file)).stream())
                .map(Attachments.Attachment::sm3)
                .toList();
    }

    private void supplement(Happening happening, Errand errand, Standing standing) {
        outbox.supplement(
                standing.key(),
                Map.of("at", happening.at().toString(), "note", happening.note(), "materials", materials(errand)));
    }
}
