package org.linli.sync.push;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.linli.sync.push.MutationForm.Op;

/**
 * Cuts a batch into runs that may share a transaction: additions and corrections of one type, each of another record, so
 * that none depends on what the change log only says of one before it when that is committed. A command is always alone,
 * because it may move other records too.
 */
final class Runs {

    /** So that a run holds its records for some tens of milliseconds, and one refusal costs that many others little. */
    static final int LONGEST = 16;

    private Runs() {}

    static List<List<Mutation>> of(List<Mutation> batch) {
        var runs = new ArrayList<List<Mutation>>();
        Set<UUID> records = new HashSet<>();
        for (var mutation : batch) {
            if (runs.isEmpty() || records.contains(mutation.entity()) || !goesOn(runs.getLast(), mutation)) {
                runs.add(new ArrayList<>());
                records.clear();
            }
            runs.getLast().add(mutation);
            records.add(mutation.entity());
        }
        return runs;
    }

    private static boolean goesOn(List<Mutation> run, Mutation mutation) {
        var last = run.getLast();
        return run.size() < LONGEST
                && mayShare(last)
                && mayShare(mutation)
                && mutation.type().equals(last.type())
                && mutation.scope().equals(last.scope());
    }

    private static boolean mayShare(Mutation mutation) {
        return mutation.form().filter(form -> form.op() != Op.command).isPresent();
    }
}
