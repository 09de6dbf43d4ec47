package org.linli.counter.errand;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.linli.access.Acting;
import org.linli.area.UnitCode;
import org.linli.casework.CaseId;
import org.linli.counter.catalogue.Item;
import org.linli.counter.catalogue.Material;
import org.linli.counter.errand.CheckingMaterials.Missing;
import org.linli.counter.paper.Paper;
import org.linli.counter.paper.PaperKind;
import org.linli.counter.paper.PaperOrder;
import org.linli.counter.paper.Papers;
import org.linli.shared.Names;
import org.springframework.stereotype.Component;

/** The papers an errand gives out, filled from what is known of it. */
@Component
class ErrandPapers {

    private final Papers papers;
    private final Clock clock;

    ErrandPapers(Papers papers, Clock clock) {
        this.papers = papers;
        this.clock = clock;
    }

    List<Paper> of(CaseId caseId) {
        return papers.ofCase(caseId);
    }

    Paper receipt(Acting by, Errand errand, Item item, Optional<Instant> due) {
        var fields = fields(errand);
        fields.put("receivedOn", day(errand.acceptedAt()));
        due.ifPresent(at -> fields.put("dueOn", day(at)));
        errand.window().ifPresent(window -> fields.put("window", window + "号窗口"));
        fields.put("department", item.departmentNames().zh());
        errand.agent().ifPresent(agent -> fields.put("agent", agent));
        return issue(by, PaperKind.RECEIPT, errand, fields, materials(errand, item));
    }

    /** Everything that is missing, at one time; there is no case yet. */
    Paper oneTimeNotice(Acting by, Applicant applicant, Item item, UnitCode station, List<Missing> missing) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("item", item.names().zh());
        fields.put("askedOn", LocalDate.now(clock));
        fields.put("missing", missing.stream().map(ErrandPapers::line).toList());
        var rows = missing.stream()
                .map(one -> row(
                        one.material(),
                        one.material().names(),
                        one.lack().map(Lack::sentence).orElse("未提交")))
                .toList();
        return papers.issue(
                by,
                new PaperOrder(PaperKind.ONE_TIME_NOTICE, station, Optional.empty(), holder(applicant), fields, rows));
    }

    Paper deferred(Acting by, Errand errand) {
        var fields = fields(errand);
        fields.put(
                "missing",
                errand.outstanding().stream().map(given -> given.names().zh()).toList());
        fields.put("followUntil", errand.followUntil().orElseThrow());
        return issue(by, PaperKind.DEFERRED_MATERIALS, errand, fields, List.of());
    }

    Paper commitment(Acting by, Errand errand) {
        var promised = errand.materials().stream()
                .filter(given -> given.state() == MaterialState.COMMITTED)
                .map(given -> given.names().zh())
                .toList();
        var fields = fields(errand);
        fields.put("proof", String.join("、", promised));
        fields.put(
                "commitments",
                promised.stream().map(name -> "“" + name + "”所证明的情况属实、有效。").toList());
        fields.put("verification", "办结后抽查核实，必要时入户核实或向有关单位核对");
        return issue(by, PaperKind.COMMITMENT, errand, fields, List.of());
    }

    Paper correction(Acting by, Errand errand, List<String> items, LocalDate correctBy) {
        var fields = fields(errand);
        fields.put("receivedOn", day(errand.acceptedAt()));
        fields.put("missing", items);
        fields.put("correctBy", correctBy);
        return issue(by, PaperKind.CORRECTION_NOTICE, errand, fields, List.of());
    }

    Paper acceptance(Acting by, Errand errand, Item item, LocalDate acceptedOn, Optional<Instant> due) {
        var fields = fields(errand);
        fields.put("receivedOn", day(errand.acceptedAt()));
        fields.put("acceptedOn", acceptedOn);
        fields.put("department", item.departmentNames().zh());
        item.terms().statutory().ifPresent(term -> fields.put("statutoryDays", term.amount()));
        item.terms().promised().ifPresent(term -> fields.put("promisedDays", term.amount()));
        due.ifPresent(at -> fields.put("dueOn", day(at)));
        return issue(by, PaperKind.ACCEPTANCE, errand, fields, materials(errand, item));
    }

    Paper extension(Acting by, Errand errand, Instant formerDue, Instant due, int days, String reason) {
        var fields = fields(errand);
        fields.put("acceptedOn", day(errand.acceptedAt()));
        fields.put("dueOn", day(formerDue));
        fields.put("extensionDays", days);
        fields.put("extendedTo", day(due));
        fields.put("reason", reason);
        fields.put("legalBasis", "《中华人民共和国行政许可法》第四十二条");
        return issue(by, PaperKind.EXTENSION, errand, fields, List.of());
    }

    Paper nonAcceptance(Acting by, Errand errand, Item item, String reason, Optional<String> otherWay) {
        var fields = fields(errand);
        fields.put("receivedOn", day(errand.acceptedAt()));
        fields.put("reason", reason);
        fields.put("legalBasis", basis(item));
        otherWay.ifPresent(way -> fields.put("otherWay", way));
        return issue(by, PaperKind.NON_ACCEPTANCE, errand, fields, List.of());
    }

    Paper specialProcedure(Acting by, Errand errand, Names procedure, String reason, int days) {
        var fields = fields(errand);
        fields.put("acceptedOn", day(errand.acceptedAt()));
        fields.put("procedure", procedure.zh());
        fields.put("reason", reason);
        fields.put("startsOn", LocalDate.now(clock));
        fields.put("procedureDays", days);
        return issue(by, PaperKind.SPECIAL_PROCEDURE, errand, fields, List.of());
    }

    Paper granted(Acting by, Errand errand, Item item, String result) {
        var fields = fields(errand);
        fields.put("acceptedOn", day(errand.acceptedAt()));
        fields.put("result", result);
        fields.put("department", item.departmentNames().zh());
        return issue(by, PaperKind.DECISION_GRANTED, errand, fields, List.of());
    }

    Paper refused(Acting by, Errand errand, Item item, String reason) {
        var fields = fields(errand);
        fields.put("acceptedOn", day(errand.acceptedAt()));
        fields.put("reason", reason);
        fields.put("legalBasis", basis(item));
        fields.put("department", item.departmentNames().zh());
        return issue(by, PaperKind.DECISION_REFUSED, errand, fields, List.of());
    }

    Paper delivery(Acting by, Errand errand, String way, Optional<String> recipient, List<String> delivered) {
        var fields = fields(errand);
        fields.put("delivered", delivered);
        fields.put("deliveryWay", way);
        fields.put("deliveredOn", LocalDate.now(clock));
        fields.put("recipient", recipient.orElse(errand.applicant().name()));
        return issue(by, PaperKind.DELIVERY, errand, fields, List.of());
    }

    Paper completion(Acting by, Errand errand, String result) {
        var fields = fields(errand);
        fields.put("acceptedOn", day(errand.acceptedAt()));
        fields.put("completedOn", LocalDate.now(clock));
        fields.put("result", result);
        return issue(by, PaperKind.COMPLETION, errand, fields, List.of());
    }

    /** The papers that are handed over as results, by title and number. */
    List<String> results(Errand errand) {
        var results = new ArrayList<String>();
        for (var paper : papers.ofCase(errand.caseId())) {
            if (paper.withdrawal().isEmpty()
                    && (paper.kind().key().startsWith("certificate")
                            || paper.kind().key().startsWith("decision"))) {
                results.add(paper.title().zh() + " " + paper.number());
            }
        }
        return results;
    }

    Paper issue(Acting by, PaperKind kind, Errand errand, Map<String, Object> fields, List<PaperOrder.Material> rows) {
        return issueBy(by, kind, errand, errand.station(), fields, rows);
    }

    Paper issueBy(
            Acting by,
            PaperKind kind,
            Errand errand,
            UnitCode unit,
            Map<String, Object> fields,
            List<PaperOrder.Material> rows) {
        var order = new PaperOrder(kind, unit, Optional.of(errand.caseId()), holder(errand.applicant()), fields, rows);
        return papers.issue(by, order);
    }

    LocalDate day(Instant at) {
        return at.atZone(clock.getZone()).toLocalDate();
    }

    private static Map<String, Object> fields(Errand errand) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("item", errand.itemNames().zh());
        fields.put("caseNumber", errand.caseNumber());
        return fields;
    }

    private static PaperOrder.Holder holder(Applicant applicant) {
        return new PaperOrder.Holder(
                applicant.organisation().map(Applicant.Organisation::name).orElse(applicant.name()),
                applicant.organisation().isPresent() ? Optional.empty() : Optional.of(applicant.document()));
    }

    private List<PaperOrder.Material> materials(Errand errand, Item item) {
        return errand.materials().stream()
                .map(given -> row(item.material(given.code()).orElseThrow(), given.names(), words(errand, given)))
                .toList();
    }

    private static PaperOrder.Material row(Material material, Names names, String state) {
        var form = material.form() == Material.Form.ORIGINAL ? "原件" : "复印件";
        return new PaperOrder.Material(names.zh(), form, material.copies(), state);
    }

    private static String words(Errand errand, Errand.Given given) {
        return switch (given.state()) {
            case PRESENT -> "已提交";
            case FOLLOWS -> errand.followUntil().map(day -> day + "前后补").orElse("后补");
            case COMMITTED -> "告知承诺";
            case HELD -> "免提交";
            case MISSING -> "未提交";
        };
    }

    private static String line(Missing missing) {
        var material = missing.material();
        var hint = material.hint().map(words -> "（" + words.zh() + "）").orElse("");
        var lack = missing.lack().map(why -> "：" + why.sentence()).orElse("");
        return material.names().zh() + hint + lack;
    }

    private static String basis(Item item) {
        var basis = item.guide().legalBasis().stream().map(Names::zh).collect(Collectors.joining("；"));
        return basis.isEmpty() ? "《中华人民共和国行政许可法》第三十二条、第三十八条及本事项办事指南" : basis;
    }
}
