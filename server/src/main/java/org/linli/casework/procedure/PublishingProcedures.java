package org.linli.casework.procedure;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.casework.procedure.ProcedureFault.Kind;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Publishing a new version of a procedure while the house runs. What was published once is never changed. */
@Service
class PublishingProcedures {

    private final PublishedProcedures published;
    private final ProcedureRows rows;
    private final KnownWords words;
    private final AuditTrail audit;
    private final Clock clock;

    PublishingProcedures(
            PublishedProcedures published, ProcedureRows rows, KnownWords words, AuditTrail audit, Clock clock) {
        this.published = published;
        this.rows = rows;
        this.words = words;
        this.audit = audit;
        this.clock = clock;
    }

    /** Reads a source as publishing it would, and changes nothing. */
    ProcedureFile check(Acting by, String name, String source) {
        by.require(ProcedurePermissions.PUBLISH);
        return read(name, source);
    }

    /**
     * @return the file; published when it has no faults
     * @throws Refusal when the version is not newer than the newest published one
     */
    @Transactional
    ProcedureFile publish(Acting by, String name, String source, String note) {
        by.require(ProcedurePermissions.PUBLISH);
        if (note.isBlank()) {
            throw Refusal.ofField("note", ProcedureReason.PROCEDURE_NOTE_NEEDED);
        }
        var file = read(name, source);
        if (file.procedure().isPresent()) {
            add(by, file, source, note);
        }
        return file;
    }

    private void add(Acting by, ProcedureFile file, String source, String note) {
        var procedure = file.procedure().orElseThrow();
        var newest = published.current(procedure.key()).map(Procedure::version).orElse(0);
        var row = new ProcedureRows.Row(
                procedure.key(), procedure.version(), file.digest(), source, note, clock.instant(), by.name());
        var isThere = published.version(procedure.key(), procedure.version()).isPresent();
        if (isThere) {
            return;
        }
        if (procedure.version() <= newest || !rows.add(row, by.posting().value())) {
            throw Refusal.because(ProcedureReason.PROCEDURE_VERSION_NOT_NEWER, procedure.version(), newest);
        }
        audit.note(
                by,
                ProcedurePermissions.PUBLISH,
                "procedure:" + procedure.key(),
                Map.of("version", "" + procedure.version()));
        afterCommit();
    }

    /** The shelf must not hold a version whose transaction may still be undone. */
    private void afterCommit() {
        org.springframework.transaction.support.TransactionSynchronizationManager.registerSynchronization(
                new org.springframework.transaction.support.TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        published.reload();
                    }
                });
    }

    private ProcedureFile read(String name, String source) {
        var file = ProcedureFile.read(name, source, words);
        if (file.procedure().isEmpty()) {
            return file;
        }
        var procedure = file.procedure().get();
        var faults = new ArrayList<ProcedureFault>();
        published
                .published(procedure.key(), procedure.version())
                .filter(there -> !there.digest().equals(file.digest()))
                .ifPresent(there -> faults.add(new ProcedureFault(
                        name, 1, Kind.PUBLISHED_DIFFERENTLY, List.of(procedure.key(), procedure.version()))));
        procedure
                .rating()
                .rectification()
                .filter(key ->
                        !key.equals(procedure.key()) && published.current(key).isEmpty())
                .ifPresent(key -> faults.add(new ProcedureFault(name, 1, Kind.UNKNOWN_PROCEDURE, List.of(key))));
        return faults.isEmpty()
                ? file
                : new ProcedureFile(
                        java.util.Optional.empty(),
                        Stream.concat(file.faults().stream(), faults.stream()).toList(),
                        file.digest());
    }
}
