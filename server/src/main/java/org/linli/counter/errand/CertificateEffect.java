package org.linli.counter.errand;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.casework.CaseEffect;
import org.linli.counter.catalogue.FormField;
import org.linli.counter.catalogue.HeldDocuments;
import org.linli.counter.catalogue.Item;
import org.linli.counter.catalogue.Items;
import org.linli.counter.paper.Papers;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Component;

/** {@code certificate}: signs, seals and numbers the certificate, and keeps it so that nobody asks for it again. */
@Component
class CertificateEffect implements CaseEffect {

    private final ErrandOfCase errands;
    private final Items items;
    private final Papers templates;
    private final ErrandPapers papers;
    private final HeldDocuments held;
    private final SubmitOnce submitOnce;

    CertificateEffect(
            ErrandOfCase errands,
            Items items,
            Papers templates,
            ErrandPapers papers,
            HeldDocuments held,
            SubmitOnce submitOnce) {
        this.errands = errands;
        this.items = items;
        this.templates = templates;
        this.papers = papers;
        this.held = held;
        this.submitOnce = submitOnce;
    }

    @Override
    public String code() {
        return "certificate";
    }

    @Override
    public void run(Happening happening) {
        var errand = errands.of(happening);
        DecisionEffect.refuseWhileOutstanding(errand);
        var item = items.version(errand.item(), errand.itemVersion());
        var kind = templates
                .certificateOf(item.code())
                .orElseThrow(() -> Refusal.because(ErrandReason.NO_CERTIFICATE, item.names()));
        var fields = fields(errand, item, happening.input());
        var paper =
                papers.issueBy(happening.by(), kind, errand, happening.before().unit(), fields, List.of());
        held.issuedBy(item.code())
                .forEach(document -> submitOnce.issued(happening.by(), errand, document.code(), paper));
    }

    /** The form's answers, over them what verification found, over them what is added at sealing. */
    private static Map<String, Object> fields(Errand errand, Item item, Map<String, Object> input) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("basis", errand.committed() ? "本人书面承诺并由社区" : "社区工作人员");
        errand.applicant().address().ifPresent(address -> fields.put("address", address));
        errand.applicant().organisation().ifPresent(one -> fields.put("organisation", one.name()));
        item.form().forEach(field -> {
            var answer = errand.form().get(field.code());
            if (answer != null) {
                fields.put(field.code(), printed(field, String.valueOf(answer)));
            }
        });
        var requesting = fields.remove("requestingUnit");
        if (requesting != null) {
            fields.put("recipient", requesting);
        }
        errand.findings().forEach((name, value) -> fields.put(name, dated(String.valueOf(value))));
        if (input.get("fields") instanceof Map<?, ?> added) {
            added.forEach((name, value) -> fields.put(String.valueOf(name), dated(String.valueOf(value))));
        }
        return fields;
    }

    private static Object printed(FormField field, String answer) {
        return switch (field.type()) {
            case DATE -> LocalDate.parse(answer);
            case CHOICE ->
                field.choices().stream()
                        .filter(choice -> choice.code().equals(answer))
                        .map(choice -> choice.names().zh())
                        .findFirst()
                        .orElse(answer);
            case YES_NO -> answer.equals("true") ? "是" : "否";
            case TEXT, LONG_TEXT, NUMBER, MONEY, PHONE -> answer;
        };
    }

    private static Object dated(String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            return value;
        }
    }
}
