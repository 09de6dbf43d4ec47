package org.linli.counter.mandate;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.area.Areas;
import org.linli.area.Unit;
import org.linli.area.UnitCode;
import org.linli.counter.catalogue.Item;
import org.linli.counter.catalogue.Items;
import org.linli.counter.mandate.AgentQueries.Agent;
import org.linli.counter.mandate.MandateRows.Busy;
import org.linli.counter.paper.PaperKind;
import org.linli.counter.paper.PaperOrder;
import org.linli.counter.paper.Papers;
import org.linli.files.Attachments;
import org.linli.files.FileId;
import org.linli.privacy.BlindIndex;
import org.linli.privacy.DisclosureLedger;
import org.linli.shared.DivisionCode;
import org.linli.shared.IdDocument;
import org.linli.shared.Ids;
import org.linli.shared.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes mandates, takes them back, and shows a station head who acts for very many. */
@Service
class MandateDesk {

    static final String READ = "counter.mandate.read";
    static final String MAKE = "counter.mandate.make";

    /** No mandate outlives a year: circumstances and wishes change. */
    private static final int LONGEST_DAYS = 366;

    private final MandateRows rows;
    private final Items items;
    private final Papers papers;
    private final Areas areas;
    private final AgentQueries agents;
    private final Attachments attachments;
    private final BlindIndex blind;
    private final DisclosureLedger disclosures;
    private final AuditTrail audit;
    private final Clock clock;
    private final int manyResidents;

    MandateDesk(
            MandateRows rows,
            Items items,
            Papers papers,
            Areas areas,
            AgentQueries agents,
            Attachments attachments,
            BlindIndex blind,
            DisclosureLedger disclosures,
            AuditTrail audit,
            Clock clock,
            @Value("${linli.counter.mandates.many-residents:10}") int manyResidents) {
        this.rows = rows;
        this.items = items;
        this.papers = papers;
        this.areas = areas;
        this.agents = agents;
        this.attachments = attachments;
        this.blind = blind;
        this.disclosures = disclosures;
        this.audit = audit;
        this.clock = clock;
        this.manyResidents = manyResidents;
    }

    @Transactional
    Mandate make(Acting by, MakeMandateForm form) {
        by.require(MAKE);
        var earlier = rows.findByRequest(form.requestKey());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        var document = IdDocument.read(form.documentKind(), form.documentNumber(), LocalDate.now(clock));
        check(by, form);
        var asked = itemsOf(form);
        var agent = agents.find(form.agentPosting(), LocalDate.now(clock))
                .orElseThrow(() -> Refusal.ofField("agentPosting", MandateReason.MANDATE_NO_AGENT));
        if (form.residentName().strip().equals(agent.name())) {
            throw Refusal.ofField("agentPosting", MandateReason.MANDATE_FOR_ONESELF);
        }
        var unit = areas.requireUnit(agent.unit());
        var station = stationOf(by, unit);
        var paper = papers.issue(by, paper(form, document, agent, asked, unit, station));
        var mandate = new Mandate(
                Ids.next(),
                form.residentName().strip(),
                document,
                blind.of("id-number", document.number()),
                form.agentPosting(),
                agent.name(),
                unit.code(),
                station,
                asked.stream().map(Item::code).toList(),
                form.from(),
                form.until(),
                form.consent(),
                form.consentFile(),
                Optional.of(paper.id().value()),
                clock.instant(),
                by.name(),
                Optional.empty(),
                Optional.empty());
        rows.add(mandate, form.requestKey());
        attachments.assign(by, new FileId(form.consentFile()), MandateFiles.ownerOf(mandate.id()));
        audit.note(
                by,
                MAKE,
                "mandate:" + mandate.id(),
                Map.of("agent", form.agentPosting().toString()));
        return mandate;
    }

    private void check(Acting by, MakeMandateForm form) {
        var today = LocalDate.now(clock);
        if (form.until().isBefore(form.from())
                || form.until().isBefore(today)
                || form.until().isAfter(form.from().plusDays(LONGEST_DAYS))) {
            throw Refusal.ofField("until", MandateReason.MANDATE_PERIOD, LONGEST_DAYS);
        }
        if (attachments.find(new FileId(form.consentFile())).isEmpty()) {
            throw Refusal.ofField("consentFile", MandateReason.MANDATE_CONSENT);
        }
        if (form.agentPosting().equals(by.posting().value()) && form.consent() == Mandate.Consent.CALL_BACK) {
            // Who would act may not be the one who says that the resident agreed by telephone.
            throw Refusal.ofField("consent", MandateReason.MANDATE_CONSENT);
        }
    }

    private List<Item> itemsOf(MakeMandateForm form) {
        return form.items().stream()
                .map(code -> items.current(code)
                        .orElseThrow(() -> Refusal.ofField("items", MandateReason.MANDATE_ITEMS, code)))
                .toList();
    }

    private UnitCode stationOf(Acting by, Unit agentUnit) {
        return agentUnit.kind() == Unit.Kind.AGENCY_POINT ? agentUnit.parent().orElse(by.unit()) : by.unit();
    }

    private PaperOrder paper(
            MakeMandateForm form, IdDocument document, Agent agent, List<Item> asked, Unit unit, UnitCode station) {
        Map<String, Object> fields = Map.of(
                "agent", agent.name(),
                "agentUnit", unit.names().zh(),
                "mandateItems", asked.stream().map(item -> item.names().zh()).toList(),
                "validFrom", form.from(),
                "validUntil", form.until(),
                "consent", form.consent().words());
        return new PaperOrder(
                PaperKind.MANDATE,
                station,
                Optional.empty(),
                new PaperOrder.Holder(form.residentName().strip(), Optional.of(document)),
                fields,
                List.of());
    }

    @Transactional
    Mandate revoke(Acting by, UUID id, String reason) {
        by.require(MAKE);
        var mandate = rows.find(id)
                .filter(found -> concerns(by, found))
                .orElseThrow(() -> Refusal.because(MandateReason.MANDATE_UNKNOWN));
        if (!rows.revoke(id, reason, clock.instant())) {
            throw Refusal.because(MandateReason.MANDATE_REVOKED);
        }
        mandate.paper().ifPresent(paper -> papers.withdraw(by, new org.linli.counter.paper.PaperId(paper), reason));
        audit.note(by, MAKE, "mandate:" + id, Map.of("act", "revoke"));
        return rows.find(id).orElseThrow();
    }

    @Transactional
    List<Mandate> ofPerson(Acting by, IdDocument document) {
        by.require(READ);
        audit.note(by, READ, "mandates", Map.of());
        disclosures.note(
                by, disclosures.subjectOf(document.number()), Set.of("mandates"), "counter-service", "mandates");
        return rows.ofPerson(blind.every("id-number", document.number()));
    }

    /** The station's mandates that have not run out; to an agent, the agent's own. */
    List<Mandate> list(Acting by) {
        by.require(READ);
        var today = LocalDate.now(clock);
        return by.role().equals(Mandates.AGENT)
                ? rows.ofAgent(by.posting().value(), today)
                : rows.atStation(by.unit(), today);
    }

    /** Agents at the station, at its agency points and at the committees of its area. */
    List<Agent> agents(Acting by) {
        by.require(READ);
        var units = Stream.of(Unit.Kind.AGENCY_POINT, Unit.Kind.COMMITTEE, Unit.Kind.STATION)
                .flatMap(kind -> areas.units(kind).stream())
                .filter(unit -> unit.code().equals(by.unit())
                        || unit.parent().filter(by.unit()::equals).isPresent()
                        || by.area().covers(unit.area()))
                .map(Unit::code)
                .toList();
        return units.isEmpty() ? List.of() : agents.at(units, LocalDate.now(clock));
    }

    /** Whom the agent acts for, in full, so that nothing has to be typed from memory; each look is a disclosure. */
    @Transactional
    Mandate resident(Acting by, UUID id) {
        by.require(READ);
        var mandate = rows.find(id)
                .filter(found -> concerns(by, found))
                .orElseThrow(() -> Refusal.because(MandateReason.MANDATE_UNKNOWN));
        if (!mandate.isInForce(LocalDate.now(clock))) {
            throw Refusal.because(MandateReason.MANDATE_OUT_OF_TIME);
        }
        disclosures.note(
                by,
                disclosures.subjectOf(mandate.document().number()),
                Set.of("name", "idNumber"),
                "acts-under-mandate",
                MandateFiles.ownerOf(id));
        audit.note(by, READ, MandateFiles.ownerOf(id), Map.of());
        return mandate;
    }

    /** The agent's own, or one of the station; an agent has nothing to do with another's. */
    static boolean concerns(Acting by, Mandate mandate) {
        if (by.role().equals(Mandates.AGENT)) {
            return mandate.agent().equals(by.posting().value());
        }
        var station = DivisionCode.of(mandate.station().value().replaceAll("\\D", ""));
        return by.isSystem() || by.unit().equals(mandate.station()) || by.area().covers(station);
    }

    /** Agents who acted for at least so many different people in the last thirty days. */
    List<Busy> busy(Acting by) {
        by.require(READ);
        return rows.busy(by.unit(), clock.instant().minus(Duration.ofDays(30)), manyResidents);
    }
}
