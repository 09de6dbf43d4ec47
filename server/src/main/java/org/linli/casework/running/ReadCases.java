package org.linli.casework.running;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.area.UnitCode;
import org.linli.casework.CaseId;
import org.linli.casework.CaseReadings;
import org.linli.casework.CaseWords;
import org.linli.casework.procedure.Procedure;
import org.linli.casework.procedure.Procedures;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads many cases in three statements, whatever their number. */
@Component
class ReadCases implements CaseReadings {

    private static final TypeReference<Map<String, Object>> INPUT = new TypeReference<>() {};

    private final CaseRows rows;
    private final TimelineRows timeline;
    private final LinkRows links;
    private final Procedures procedures;
    private final CaseWords words;
    private final Offers offers;
    private final Sealing sealing;
    private final JsonMapper json;

    ReadCases(
            CaseRows rows,
            TimelineRows timeline,
            LinkRows links,
            Procedures procedures,
            CaseWords words,
            Offers offers,
            Sealing sealing,
            JsonMapper json) {
        this.rows = rows;
        this.timeline = timeline;
        this.links = links;
        this.procedures = procedures;
        this.words = words;
        this.offers = offers;
        this.sealing = sealing;
        this.json = json;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<CaseId, Reading> of(Acting reader, Collection<CaseId> ids) {
        var wanted = ids.stream().map(CaseId::value).distinct().toList();
        var entries = timeline.ofAll(wanted);
        var mains = links.mainsOf(wanted);
        var readings = new LinkedHashMap<CaseId, Reading>();
        for (var file : rows.findAll(wanted)) {
            if (CaseDossier.isVisible(reader, file)) {
                readings.put(file.id(), reading(reader, file, mains, entries));
            }
        }
        return readings;
    }

    @Override
    @Transactional
    public void hold(CaseId id) {
        rows.loadToChange(id);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Reading> standing(CaseId id) {
        return rows.find(id).map(file -> reading(file, links.mainsOf(List.of(id.value())), List.of(), List.of()));
    }

    private Reading reading(Acting reader, CaseFile file, Map<UUID, CaseId> mains, Map<UUID, List<TimelineEntry>> all) {
        var procedure = procedures.version(file.procedure(), file.version()).orElseThrow();
        var entries = all.getOrDefault(file.id().value(), List.of());
        return reading(
                file,
                mains,
                entries.stream().map(entry -> entry(entry, procedure)).toList(),
                offers.of(reader, file, procedure, entries).stream()
                        .map(open -> new Offer(open.code(), open.names(), open.builtIn(), open.primary()))
                        .toList());
    }

    private Reading reading(CaseFile file, Map<UUID, CaseId> mains, List<Entry> entries, List<Offer> open) {
        return new Reading(
                file.snapshot(),
                words.state(file.procedure(), file.version(), file.now().state()),
                Optional.ofNullable(file.now().hold()).map(Hold::name),
                Optional.ofNullable(file.marks().supervision()),
                Optional.ofNullable(file.marks().extension()),
                Optional.ofNullable(mains.get(file.id().value())),
                entries,
                open);
    }

    private Entry entry(TimelineEntry entry, Procedure procedure) {
        var input = json.readValue(entry.input(), INPUT);
        return new Entry(
                entry.seq(),
                entry.at(),
                entry.actor(),
                entry.role(),
                UnitCode.of(entry.actorUnit()),
                entry.action(),
                offers.nameOf(entry.action(), procedure),
                entry.to(),
                entry.seq() == 1 || !entry.from().equals(entry.to()),
                sealing.openNote(entry.note()),
                Optional.ofNullable(input.get("decision")).map(Object::toString));
    }
}
