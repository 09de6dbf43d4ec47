package org.linli.casework.rehearsal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.area.Areas;
import org.linli.area.UnitCode;
import org.linli.casework.Term;
import org.linli.casework.clock.Terms;
import org.linli.casework.clock.WorkingCalendars;
import org.linli.casework.procedure.KnownWords;
import org.linli.casework.procedure.Procedure;
import org.linli.casework.procedure.ProcedureFile;
import org.linli.casework.procedure.Procedures;
import org.linli.shared.Names;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Runs a rehearsal over stored cases. */
@Service
class Rehearsing {

    private static final int LONGEST_DAYS = 3 * 366;
    private static final int MOST_CASES = 200_000;

    private final RehearsalQueries queries;
    private final WorkingCalendars calendars;
    private final Procedures procedures;
    private final KnownWords words;
    private final Areas areas;
    private final Clock clock;

    Rehearsing(
            RehearsalQueries queries,
            WorkingCalendars calendars,
            Procedures procedures,
            KnownWords words,
            Areas areas,
            Clock clock) {
        this.queries = queries;
        this.calendars = calendars;
        this.procedures = procedures;
        this.words = words;
        this.areas = areas;
        this.clock = clock;
    }

    /** What is asked; at least one of term, days and source. */
    record Question(
            String procedure,
            LocalDate from,
            LocalDate to,
            Optional<Term> term,
            List<WorkingCalendars.Day> days,
            Optional<String> source) {}

    /** The answer; {@code cut} when the past held more cases than one rehearsal takes. */
    record Answer(Rehearsal.Result result, boolean cut, Map<String, Names> units, Map<String, Names> states) {}

    @Transactional(readOnly = true)
    Answer run(Acting by, Question question) {
        by.require(RehearsalWords.RUN);
        check(question);
        var now = calendars.terms();
        var zone = now.calendar().zone();
        var terms = question.days().isEmpty() ? now : new Terms(calendars.with(question.days()));
        var rehearsal = new Rehearsal(
                now, new Proposal(terms, question.term(), question.source().map(this::read)), clock.instant());
        var past = new RehearsalQueries.Past(
                question.procedure(),
                by.area(),
                question.from().atStartOfDay(zone).toInstant(),
                question.to().plusDays(1).atStartOfDay(zone).toInstant());
        var seen = 0;
        Optional<UUID> after = Optional.empty();
        do {
            var part = queries.page(past, after);
            part.cases().forEach(rehearsal::add);
            seen += part.cases().size();
            after = part.next();
        } while (after.isPresent() && seen < MOST_CASES);
        var result = rehearsal.result();
        return new Answer(result, after.isPresent(), units(result), states(question.procedure()));
    }

    private Map<String, Names> units(Rehearsal.Result result) {
        var names = new TreeMap<String, Names>();
        result.units()
                .forEach(each ->
                        areas.unit(UnitCode.of(each.unit())).ifPresent(unit -> names.put(each.unit(), unit.names())));
        return names;
    }

    private Map<String, Names> states(String key) {
        var names = new TreeMap<String, Names>();
        procedures
                .current(key)
                .ifPresent(procedure -> procedure.states().forEach(state -> names.put(state.code(), state.names())));
        return names;
    }

    private void check(Question question) {
        if (question.term().isEmpty()
                && question.days().isEmpty()
                && question.source().isEmpty()) {
            throw Refusal.because(RehearsalReason.REHEARSAL_CHANGES_NOTHING);
        }
        if (question.to().isBefore(question.from())
                || question.from().plusDays(LONGEST_DAYS).isBefore(question.to())) {
            throw Refusal.ofField("to", RehearsalReason.REHEARSAL_TOO_LONG);
        }
        question.source().map(this::read).ifPresent(version -> {
            if (!version.key().equals(question.procedure())) {
                throw Refusal.ofField(
                        "source", RehearsalReason.REHEARSAL_OTHER_PROCEDURE, version.key(), question.procedure());
            }
        });
        procedures
                .current(question.procedure())
                .orElseThrow(() -> Refusal.ofField(
                        "procedure", RehearsalReason.REHEARSAL_OTHER_PROCEDURE, question.procedure(), "-"));
    }

    private Procedure read(String source) {
        var file = ProcedureFile.read("yaml", source, words);
        return file.procedure()
                .orElseThrow(() -> Refusal.ofField(
                        "source",
                        RehearsalReason.REHEARSAL_FAULTY_SOURCE,
                        file.faults().size()));
    }
}
