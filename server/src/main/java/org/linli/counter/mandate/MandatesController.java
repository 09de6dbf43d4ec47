package org.linli.counter.mandate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.area.Areas;
import org.linli.area.Unit;
import org.linli.area.UnitCode;
import org.linli.counter.catalogue.Item;
import org.linli.counter.catalogue.Items;
import org.linli.counter.mandate.MandateRows.Busy;
import org.linli.counter.mandate.MandateView.MandateItemView;
import org.linli.privacy.Masking;
import org.linli.shared.IdDocument;
import org.linli.shared.IdDocument.Kind;
import org.linli.shared.Names;
import org.linli.shared.RepeatedRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Mandates: made, taken back, looked up. */
@RestController
@RequestMapping("/api/counter/mandates")
class MandatesController {

    private final MandateDesk desk;
    private final Items items;
    private final Areas areas;
    private final Clock clock;

    MandatesController(MandateDesk desk, Items items, Areas areas, Clock clock) {
        this.desk = desk;
        this.items = items;
        this.areas = areas;
        this.clock = clock;
    }

    @PostMapping
    MandateView makeMandate(Acting acting, @Valid @RequestBody MakeMandateForm form) {
        return view(RepeatedRequest.answer(() -> desk.make(acting, form)));
    }

    /** Why a mandate is taken back. */
    record RevokeForm(@NotBlank @Size(max = 200) String reason) {}

    @PostMapping("/{id}/revoke")
    MandateView revokeMandate(Acting acting, @PathVariable UUID id, @Valid @RequestBody RevokeForm form) {
        return view(desk.revoke(acting, id, form.reason()));
    }

    /** Whose mandates are looked up. */
    record PersonForm(@NotNull Kind documentKind, @NotBlank String documentNumber) {}

    @PostMapping("/search")
    List<MandateView> searchMandates(Acting acting, @Valid @RequestBody PersonForm form) {
        var document = IdDocument.read(form.documentKind(), form.documentNumber(), LocalDate.now(clock));
        return desk.ofPerson(acting, document).stream().map(this::view).toList();
    }

    @GetMapping
    List<MandateView> listMandates(Acting acting) {
        return desk.list(acting).stream().map(this::view).toList();
    }

    @GetMapping("/busy-agents")
    List<Busy> listBusyAgents(Acting acting) {
        return desk.busy(acting);
    }

    /** Somebody who may act for residents. */
    record AgentView(UUID posting, String name, Names unit) {}

    @GetMapping("/agents")
    List<AgentView> listAgents(Acting acting) {
        return desk.agents(acting).stream()
                .map(agent -> new AgentView(agent.posting(), agent.name(), unitNames(agent.unit())))
                .toList();
    }

    /** Whom a mandate is from, in full. */
    record MandateResidentView(String name, Kind documentKind, String documentNumber) {}

    @PostMapping("/{id}/resident")
    MandateResidentView discloseMandate(Acting acting, @PathVariable UUID id) {
        var mandate = desk.resident(acting, id);
        return new MandateResidentView(
                mandate.residentName(),
                mandate.document().kind(),
                mandate.document().number());
    }

    private Names unitNames(UnitCode code) {
        return areas.unit(code).map(Unit::names).orElseGet(() -> Names.of(code.value(), code.value()));
    }

    private MandateView view(Mandate mandate) {
        var number = mandate.document().number();
        return new MandateView(
                mandate.id(),
                Masking.name(mandate.residentName()),
                mandate.document().idNumber().isPresent() ? Masking.idNumber(number) : Masking.document(number),
                mandate.agent(),
                mandate.agentName(),
                unitNames(mandate.agentUnit()),
                mandate.items().stream().map(this::itemView).toList(),
                mandate.from(),
                mandate.until(),
                mandate.consent(),
                mandate.consentFile(),
                mandate.isInForce(LocalDate.now(clock)),
                mandate.paper().orElse(null),
                mandate.madeAt(),
                mandate.madeBy(),
                mandate.revokedAt().orElse(null),
                mandate.revokedReason().orElse(null));
    }

    private MandateItemView itemView(String code) {
        return new MandateItemView(code, items.current(code).map(Item::names).orElseGet(() -> Names.of(code, code)));
    }
}
