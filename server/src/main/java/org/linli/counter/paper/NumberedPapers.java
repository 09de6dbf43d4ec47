package org.linli.counter.paper;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.area.Areas;
import org.linli.area.Unit;
import org.linli.casework.CaseId;
import org.linli.privacy.Masking;
import org.linli.shared.IdDocument;
import org.linli.shared.Ids;
import org.linli.shared.Refusal;
import org.linli.shared.Sex;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Numbers, draws and keeps papers. */
@Service
class NumberedPapers implements Papers {

    private final PaperTemplates templates;
    private final PaperRows rows;
    private final CheckCodes codes;
    private final PaperSettings settings;
    private final SealImages seals;
    private final Areas areas;
    private final PaperFileRows files;
    private final AuditTrail audit;
    private final Clock clock;

    NumberedPapers(
            PaperTemplates templates,
            PaperRows rows,
            CheckCodes codes,
            PaperSettings settings,
            SealImages seals,
            Areas areas,
            PaperFileRows files,
            AuditTrail audit,
            Clock clock) {
        this.templates = templates;
        this.rows = rows;
        this.codes = codes;
        this.settings = settings;
        this.seals = seals;
        this.areas = areas;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Paper issue(Acting by, PaperOrder order) {
        var template = templates
                .find(order.kind())
                .orElseThrow(() -> Refusal.because(
                        PaperReason.PAPER_KIND_UNKNOWN, order.kind().key()));
        var unit = areas.unit(order.unit())
                .orElseThrow(() -> Refusal.because(
                        PaperReason.PAPER_UNIT_UNKNOWN, order.unit().value()));
        refuseMissing(template, order);
        refuseUnprintable(order);
        var today = LocalDate.now(clock);
        var number = draw(unit, template, today.getYear());
        var id = new PaperId(Ids.next());
        var code = codes.next();
        var pdf = PaperSheet.draw(content(template, order, unit, number, today, code));
        var paper = new Paper(
                id,
                template.kind(),
                template.title(),
                number,
                unit.code(),
                order.caseId(),
                Masking.name(order.holder().name()),
                code,
                by.name(),
                clock.instant(),
                Optional.empty(),
                PaperFileRows.sm3(pdf));
        rows.insert(paper, by.posting().value());
        files.keep(id, pdf);
        audit.note(by, "counter.paper.issue", "paper:" + id.value(), Map.of("number", number));
        return paper;
    }

    @Override
    @Transactional
    public Paper withdraw(Acting by, PaperId id, String reason) {
        by.require("counter.paper.withdraw");
        if (reason.isBlank()) {
            throw Refusal.ofField("reason", PaperReason.PAPER_WITHDRAWAL_REASON);
        }
        var paper = known(id);
        areas.unit(paper.unit()).ifPresent(unit -> by.require("counter.paper.withdraw", unit.area()));
        if (!rows.withdraw(id, clock.instant(), reason.strip(), by.name())) {
            throw Refusal.because(PaperReason.PAPER_ALREADY_WITHDRAWN, paper.number());
        }
        audit.note(by, "counter.paper.withdraw", "paper:" + id.value(), Map.of("number", paper.number()));
        return known(id);
    }

    @Override
    public PaperCheck find(String checkCode) {
        var code = CheckCodes.normal(checkCode)
                .orElseThrow(() -> Refusal.ofField("checkCode", PaperReason.PAPER_CHECK_CODE));
        return rows.findByCheckCode(code)
                .map(NumberedPapers::held)
                .orElseGet(() -> codes.isOurs(code) ? new PaperCheck.Unknown() : new PaperCheck.Altered());
    }

    /** The paper whose PDF has this SM3 digest: the file itself is genuine only when it is unaltered to the last byte. */
    PaperCheck findByDigest(String sm3) {
        return rows.findBySm3(sm3).map(NumberedPapers::held).orElseGet(PaperCheck.Unknown::new);
    }

    @Override
    public Optional<Paper> paper(PaperId id) {
        return rows.find(id);
    }

    @Override
    public List<Paper> ofCase(CaseId caseId) {
        return rows.ofCase(caseId);
    }

    @Override
    public byte[] pdf(PaperId id) {
        known(id);
        return files.read(id);
    }

    @Override
    public Optional<PaperKind> certificateOf(String itemCode) {
        return templates.certificateOf(itemCode);
    }

    /** Whether somebody issued it: an agent hands out what belongs to the station's series. */
    boolean isIssuedBy(Acting by, PaperId id) {
        return rows.isIssuedUnder(id, by.posting().value());
    }

    private Paper known(PaperId id) {
        return rows.find(id).orElseThrow(() -> Refusal.because(PaperReason.PAPER_NOT_FOUND));
    }

    private static PaperCheck held(Paper paper) {
        return paper.withdrawal().isPresent() ? new PaperCheck.Withdrawn(paper) : new PaperCheck.Genuine(paper);
    }

    private String draw(Unit unit, PaperTemplate template, int year) {
        var code = unit.code().value();
        var drawn = rows.draw(
                unit.code(),
                template.series(),
                year,
                UnitWord.of(unit),
                code.substring(Math.max(0, code.length() - 6)));
        return "%s%s%s〔%d〕第%06d号"
                .formatted(settings.districtWord(), drawn.unitWord(), template.series(), year, drawn.number());
    }

    private PaperSheet.Content content(
            PaperTemplate template, PaperOrder order, Unit unit, String number, LocalDate today, String code) {
        var values = new HashMap<>(order.fields());
        values.putAll(given(order.holder(), unit.names().zh(), number, today));
        return new PaperSheet.Content(
                template,
                unit.names().zh(),
                number,
                today,
                values,
                order.materials(),
                code,
                settings.checkAddress(),
                seals.of(unit.code(), template.seal()));
    }

    /** What a template may name without its order giving it. */
    static Map<String, Object> given(PaperOrder.Holder holder, String unit, String number, LocalDate today) {
        var values = new HashMap<String, Object>(
                Map.of("holder", holder.name(), "unit", unit, "number", number, "issuedOn", today));
        holder.document().ifPresent(document -> {
            values.put("holderNumber", document.number());
            values.put("holderDocument", documentName(document.kind()) + " " + masked(document));
            document.idNumber().ifPresent(idNumber -> {
                values.put("holderSex", idNumber.sex() == Sex.MALE ? "男" : "女");
                values.put("holderBirth", idNumber.birth());
            });
        });
        return values;
    }

    private static String masked(IdDocument document) {
        return document.idNumber().isPresent()
                ? Masking.idNumber(document.number())
                : Masking.document(document.number());
    }

    private static void refuseMissing(PaperTemplate template, PaperOrder order) {
        template.fields().forEach((name, field) -> {
            var value = order.fields().get(name);
            if (!field.optional() && (value == null || String.valueOf(value).isBlank())) {
                throw Refusal.ofField(name, PaperReason.PAPER_FIELD_MISSING, template.title(), field.names());
            }
        });
    }

    private static void refuseUnprintable(PaperOrder order) {
        refuseUnprintable("holder", order.holder().name());
        order.fields().forEach((name, value) -> refuseUnprintable(name, String.valueOf(value)));
        order.materials()
                .forEach(material ->
                        refuseUnprintable("materials", material.name() + material.form() + material.state()));
    }

    private static void refuseUnprintable(String field, String text) {
        PaperFonts.unprintable(text).ifPresent(character -> {
            throw Refusal.ofField(
                    field, PaperReason.PAPER_CHARACTER, character, "U+%04X".formatted(character.codePointAt(0)));
        });
    }

    /** Kind of document as papers write it. */
    static String documentName(IdDocument.Kind kind) {
        return switch (kind) {
            case RESIDENT_ID -> "居民身份证";
            case TEMPORARY_RESIDENT_ID -> "临时居民身份证";
            case HOUSEHOLD_REGISTER -> "户口簿";
            case OFFICER -> "军官证";
            case ARMED_POLICE -> "警官证";
            case PASSPORT -> "护照";
            case TAIWAN_PASS -> "台湾居民来往大陆通行证";
            case HONG_KONG_MACAU_PASS -> "港澳居民来往内地通行证";
            case FOREIGN_PERMANENT_RESIDENCE -> "外国人永久居留身份证";
            case FOREIGN_RESIDENCE_PERMIT -> "外国人居留证";
            case HONG_KONG_MACAU_TAIWAN_RESIDENCE -> "港澳台居民居住证";
        };
    }
}
